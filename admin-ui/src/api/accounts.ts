import { api, take } from './client';
import type { Account, CopyLink, Invitation, Invited, Role } from './shapes';

export const fetchAccounts = async (): Promise<Account[]> => (await take(api.GET('/accounts'))).items;

export const invite = (invitation: Invitation): Promise<Invited> => take(api.POST('/accounts', { body: invitation }));

export const changeAccount = (id: string, change: { roles?: Role[]; disabled?: boolean }): Promise<Account> =>
  take(api.PATCH('/accounts/{id}', { params: { path: { id } }, body: change }));

/** A fresh sign-in link, to copy where mail does not reach. */
export const makeLink = (id: string): Promise<CopyLink> =>
  take(api.POST('/accounts/{id}/link', { params: { path: { id } } }));
