import { useState } from 'react';
import { Ask } from '@/components/Dialogs/Ask';
import { forgetKept, keptArticles } from '@/saving/shelf';
import { useSession, useSignOut } from '@/session';
import { count } from '@/words';

/** Who leaves a device leaves no words on it; who would lose some by that is asked first. */
export function SignOut() {
  const { account } = useSession();
  const signOut = useSignOut();
  const [kept, setKept] = useState<number | null>(null);
  const leave = async () => {
    await signOut();
    await forgetKept(account.id);
  };
  return (
    <>
      <button
        type="button"
        className="link"
        onClick={() => {
          const articles = keptArticles(account.id).length;
          if (articles > 0) setKept(articles);
          else void leave();
        }}
      >
        Sign out
      </button>
      <Ask
        opened={kept !== null}
        onClose={() => setKept(null)}
        title="Sign out with words that are not saved?"
        verb="Sign out and remove them"
        back="Stay signed in"
        tone="bad"
        not="signed out"
        act={leave}
      >
        <p>
          Words of {count(kept ?? 0, 'article')} are on this device alone. Stay signed in and open {kept === 1 ? 'it' : 'them'} to save them; signing out takes them off
          the device, so that nobody reads them here after you.
        </p>
      </Ask>
    </>
  );
}
