import { Outlet } from '@tanstack/react-router';
import { KeysProvider } from '@/components/Keys/Keys';
import { Loaded } from '@/components/Problem/Problem';
import { Door } from '@/components/SignIn/Door';
import { SignInForm } from '@/components/SignIn/SignInForm';
import { SessionProvider, useSessionQuery } from '@/session';

/** Asks for a sign-in where the person is, so that the address opened is the page seen afterwards. */
export function SignedIn() {
  const query = useSessionQuery();
  return (
    <Loaded query={query} what="the page">
      {(session) =>
        session === null ? (
          <Door title="Sign in">
            <SignInForm />
          </Door>
        ) : (
          <SessionProvider session={session}>
            <KeysProvider>
              <Outlet />
            </KeysProvider>
          </SessionProvider>
        )
      }
    </Loaded>
  );
}
