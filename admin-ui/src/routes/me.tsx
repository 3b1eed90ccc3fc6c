import { useQuery } from '@tanstack/react-query';
import { fetchPerson } from '@/api/people';
import { LettersPanel } from '@/components/Me/LettersPanel';
import { PasswordPanel } from '@/components/Me/PasswordPanel';
import { PhotoPanel } from '@/components/Me/PhotoPanel';
import { ProfilePanel } from '@/components/Me/ProfilePanel';
import { SessionsPanel } from '@/components/Me/SessionsPanel';
import { Page, PageBar } from '@/components/PageBar/PageBar';
import { CredentialsPanel } from '@/components/People/CredentialsPanel';
import { Loaded } from '@/components/Problem/Problem';
import { useSession } from '@/session';

/** My byline and profile, and how I sign in. */
export function Me() {
  const { account } = useSession();
  const person = useQuery({ queryKey: ['person', 'me'], queryFn: () => fetchPerson('me') });
  return (
    <>
      <PageBar title="My byline and profile" sub={<span>You sign in as {account.email}</span>} />
      <Page>
        <div className="stack narrow">
          <Loaded query={person} what="your profile">
            {(me) => (
              <>
                <LettersPanel person={me} />
                <CredentialsPanel person={me} canCheck={false} />
                <ProfilePanel person={me} />
                <PhotoPanel person={me} />
              </>
            )}
          </Loaded>
          <PasswordPanel />
          <SessionsPanel />
        </div>
      </Page>
    </>
  );
}
