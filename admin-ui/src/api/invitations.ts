import { api, take } from './client';
import type { InvitedWriter, SentInvitations } from './shapes';

/** Who was invited to write in an article, and who can be. */
export const fetchInvitations = (article: string): Promise<SentInvitations> =>
  take(api.GET('/drafts/{article}/invitations', { params: { path: { article } } }));

/** Invites somebody whose name stands over a text; asked again, it is sent again. */
export const inviteToWrite = (article: string, person: string, email: string): Promise<InvitedWriter> =>
  take(api.POST('/drafts/{article}/invitations', { params: { path: { article } }, body: { person, email } }));

export const withdrawInvitation = (article: string, id: string): Promise<void> =>
  take(api.DELETE('/drafts/{article}/invitations/{id}', { params: { path: { article, id } } }));
