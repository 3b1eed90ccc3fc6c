import { api, take } from './client';
import type { NewPreviewLink, PreviewLink } from './shapes';

const at = (id: string) => ({ params: { path: { id } } });

/** The links that were made to an article, the newest first. */
export const fetchPreviews = async (id: string): Promise<PreviewLink[]> => (await take(api.GET('/articles/{id}/previews', at(id)))).items;

/** Shows the proof that is out, or else the draft as it is now. The address is told this once. */
export const makePreview = (id: string): Promise<NewPreviewLink> => take(api.POST('/articles/{id}/previews', at(id)));

export const revokePreview = (id: string, preview: string): Promise<void> =>
  take(api.DELETE('/articles/{id}/previews/{preview}', { params: { path: { id, preview } } }));

/** Until when a link shows its text; opens nothing. */
export const lookAtPreview = (token: string): Promise<{ expires_at: string }> =>
  take(api.GET('/preview/{token}', { params: { path: { token } } }));

/** The one text of a link as the page that readers would be given. */
export const previewPage = (token: string): string => `/api/v1/preview/${encodeURIComponent(token)}/page`;
