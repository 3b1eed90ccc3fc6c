import { api, take } from './client';
import { isProblem } from './problem';
import type { LinkInfo, LinkUse, OpenSession, Session, WaysIn } from './shapes';

/** Who is signed in; `null` when nobody is. */
export async function fetchSession(): Promise<Session | null> {
  try {
    return await take(api.GET('/session'));
  } catch (error) {
    if (isProblem(error) && error.status === 401) return null;
    throw error;
  }
}

/** What leads in here: known before anybody is. */
export const fetchWaysIn = (): Promise<WaysIn> => take(api.GET('/ways-in'));

export const signIn = (email: string, password: string): Promise<Session> =>
  take(api.POST('/session', { body: { email, password } }));

export const signOut = (): Promise<void> => take(api.DELETE('/session'));

/** Answers the same whether or not anybody has this address. */
export const requestLink = (email: string, purpose: 'sign_in' | 'reset' = 'sign_in'): Promise<void> =>
  take(api.POST('/links', { body: { email, purpose } }));

/** What a link is for. Opens nothing: mail scanners follow links too. */
export const fetchLink = (token: string): Promise<LinkInfo> =>
  take(api.GET('/links/{token}', { params: { path: { token } } }));

/** Used, old and unknown links are answered alike. */
export const isDeadLink = (error: unknown): boolean => isProblem(error, 'no_such_link');

export const enterByLink = (token: string, use: LinkUse): Promise<Session> =>
  take(api.POST('/links/{token}', { params: { path: { token } }, body: use }));

export const fetchOpenSessions = async (): Promise<OpenSession[]> => (await take(api.GET('/sessions'))).items;

export const endSession = (id: string): Promise<void> =>
  take(api.DELETE('/sessions/{id}', { params: { path: { id } } }));

export const changePassword = (current: string, fresh: string): Promise<void> =>
  take(api.PUT('/account/password', { body: { current, new: fresh } }));
