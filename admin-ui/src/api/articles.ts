import { api, take } from './client';
import type { Article, ArticleRow, Kind, Page, QueueGroup } from './shapes';

export const fetchMine = async (): Promise<ArticleRow[]> =>
  (await take<Page<ArticleRow>>(api.GET('/articles/mine', { params: { query: { limit: 200 } } }))).items;

/** All groups at once, so that a chip's count and its list come from one answer. */
export const fetchQueue = async (): Promise<QueueGroup[]> =>
  (await take<{ groups: QueueGroup[] }>(api.GET('/queue'))).groups;

export const createArticle = (kind: Kind, title?: string): Promise<Article> =>
  take(api.POST('/articles', { body: title === undefined ? { kind } : { kind, title } }));
