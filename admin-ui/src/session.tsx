import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, type ReactNode } from 'react';
import { fetchSession, signOut } from '@/api/session';
import type { Session } from '@/api/shapes';

const SessionContext = createContext<Session | null>(null);

export const sessionKey = ['session'] as const;

/**
 * Asked once. A session that ends meanwhile is met where it matters: a save opens the sign-in above the text, a
 * list offers it. A check in the background would take the writing screen away under the hands.
 */
export const useSessionQuery = () =>
  useQuery({ queryKey: sessionKey, queryFn: fetchSession, staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false, retry: 1 });

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Who is signed in. Only below the shell, which asks for a sign-in first. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('A screen for signed-in people was drawn without the shell.');
  return session;
}

export const useMe = () => useSession().account.person;

export const isEditor = (session: Session): boolean =>
  session.account.roles.includes('editor') || session.account.roles.includes('owner');

export const isOwner = (session: Session): boolean => session.account.roles.includes('owner');

export function useIsEditor(): boolean {
  return isEditor(useSession());
}

/** Whether this site sends mail. Without it nobody is told anything unless a colleague does. */
export const useMail = (): boolean => useSession().site.mail;

/** Signs out and forgets every answer that this person was shown. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await signOut();
    // First the screens go, which watch the session; what they showed goes with them.
    client.setQueryData(sessionKey, null);
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
    client.getMutationCache().clear();
  };
}
