import { api, take } from './client';
import type { Comment } from './shapes';

/** What is written beside a text; open ones first. */
export const fetchComments = async (article: string): Promise<Comment[]> =>
  (await take(api.GET('/drafts/{article}/comments', { params: { path: { article } } }))).items;

export interface CommentOn {
  section_id: string;
  quote: string;
  before: string;
}

export const addComment = (article: string, on: CommentOn, body: string): Promise<unknown> =>
  take(api.POST('/drafts/{article}/comments', { params: { path: { article } }, body: { ...on, body } }));

export const answerComment = (article: string, answers: string, body: string): Promise<unknown> =>
  take(api.POST('/drafts/{article}/comments', { params: { path: { article } }, body: { answers, body } }));

export const resolveComment = (article: string, id: string): Promise<void> =>
  take(api.POST('/drafts/{article}/comments/{id}/resolve', { params: { path: { article, id } } }));

export const reopenComment = (article: string, id: string): Promise<void> =>
  take(api.POST('/drafts/{article}/comments/{id}/reopen', { params: { path: { article, id } } }));

export const removeComment = (article: string, id: string): Promise<void> =>
  take(api.DELETE('/drafts/{article}/comments/{id}', { params: { path: { article, id } } }));
