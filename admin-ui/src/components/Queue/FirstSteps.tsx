import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { fetchAccounts } from '@/api/accounts';
import { fetchAll } from '@/api/articles';
import { Panel } from '@/components/Panel/Panel';
import panel from '@/components/Panel/Panel.module.css';
import { isOwner, useSession } from '@/session';
import styles from './Queue.module.css';

/** Home while nothing is under way: on a site without an article, what to begin with. */
export function NothingUnderWay({ otherwise }: { otherwise: ReactNode }) {
  const articles = useQuery({ queryKey: ['articles', '', 'any'], queryFn: () => fetchAll('', null) });
  const accounts = useQuery({ queryKey: ['accounts'], queryFn: fetchAccounts });
  if (articles.data === undefined || accounts.data === undefined) {
    return articles.isError || accounts.isError ? otherwise : null;
  }
  if (articles.data.items.length > 0) return otherwise;
  const editors = accounts.data.filter((one) => one.disabled_at === null && (one.roles.includes('editor') || one.roles.includes('owner')));
  return <FirstSteps isAlone={editors.length < 2} />;
}

function FirstSteps({ isAlone }: { isAlone: boolean }) {
  const owner = isOwner(useSession());
  return (
    <Panel title="First steps" className={styles.first}>
      <div className={panel.pad}>
        <p>Nothing is here yet. This is how a first article comes to readers:</p>
        <ol className={styles.steps}>
          {isAlone && (
            <li>
              <strong>{owner ? <Link to="/people">Invite a colleague</Link> : 'Ask an owner to invite a colleague'}</strong>
              <p>Two people sign every text before readers see it: who wrote it, and an editor who did not. You cannot publish alone.</p>
            </li>
          )}
          <li>
            <strong>
              <Link to="/people">Add an author</Link>
            </strong>
            <p>{owner ? 'Invite clinicians who write here themselves. Add those who only sign, without an account.' : 'Somebody who only signs needs no account. Who writes here is invited by an owner.'}</p>
          </li>
          <li>
            <strong>
              <Link to="/articles/new">Start an article</Link>
            </strong>
            <p>Write it, or paste what an author sent you. Then send the proof: its author signs, and an editor approves.</p>
          </li>
        </ol>
      </div>
    </Panel>
  );
}
