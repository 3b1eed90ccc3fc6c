import { api, take } from './client';
import type { Article, ArticleRow, Kind, QueueGroup } from './shapes';

export const fetchMine = async (): Promise<ArticleRow[]> => (await take(api.GET('/articles/mine'))).items;

/** All groups at once, so that a chip's count and its list come from one answer. */
export const fetchQueue = async (): Promise<QueueGroup[]> => (await take(api.GET('/queue'))).groups;

export const createArticle = (kind: Kind): Promise<Article> => take(api.POST('/drafts', { body: { kind } }));

/** All articles, for editors; the one changed last comes first. */
export const fetchAll = (q: string, after: string | null): Promise<{ items: ArticleRow[]; next: string | null }> =>
  take(api.GET('/drafts', { params: { query: { limit: 50, ...(q === '' ? {} : { q }), ...(after === null ? {} : { after }) } } }));
