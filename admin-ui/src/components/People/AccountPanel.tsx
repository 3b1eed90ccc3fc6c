import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeAccount, fetchAccounts, makeLink } from '@/api/accounts';
import type { CopyLink as LinkShape, Person } from '@/api/shapes';
import { Ask } from '@/components/Dialogs/Ask';
import { CopyLink } from '@/components/Dialogs/CopyLink';
import { toast } from '@/components/Dialogs/toast';
import { Facts, Panel } from '@/components/Panel/Panel';
import panel from '@/components/Panel/Panel.module.css';
import { ActProblem } from '@/components/Problem/Problem';
import { isOwner, useSession } from '@/session';
import { moment, when } from '@/time';
import { list } from '@/words';
import { InviteDialog } from './InviteDialog';
import styles from './People.module.css';

const MAY: Record<string, string> = {
  author: 'write, sign own answers, take back',
  editor: 'edit, ask for changes, approve, publish',
  owner: 'manage accounts',
};

/** How this person signs in, and what the account may do. */
export function AccountPanel({ person }: { person: Person }) {
  const session = useSession();
  const client = useQueryClient();
  const owner = isOwner(session);
  const accounts = useQuery({ queryKey: ['accounts'], queryFn: fetchAccounts, enabled: owner });
  const account = (accounts.data ?? []).find((a) => a.person.id === person.id) ?? person.account;
  const [inviting, setInviting] = useState(false);
  const [closing, setClosing] = useState(false);
  const [link, setLink] = useState<LinkShape | null>(null);
  const [error, setError] = useState<unknown>(null);

  if (account === null) {
    return (
      <Panel title="Account" pad>
        <div className="row between">
          <p className="muted">No account. The byline stands without one.</p>
          {owner && <Button onClick={() => setInviting(true)}>Invite</Button>}
        </div>
        <InviteDialog opened={inviting} onClose={() => setInviting(false)} person={{ id: person.id, typed: person.byline.text }} />
      </Panel>
    );
  }
  const isClosed = account.disabled_at !== null;
  const copy = async () => {
    setError(null);
    try {
      setLink(await makeLink(account.id));
    } catch (caught) {
      setError(caught);
    }
  };
  const toggle = async () => {
    await changeAccount(account.id, { disabled: !isClosed });
    await client.invalidateQueries({ queryKey: ['accounts'] });
    toast(isClosed ? 'The account is open again.' : 'The account is closed. Nobody can sign in with it.', isClosed ? 'plain' : 'warn');
  };
  return (
    <Panel title="Account">
      <div className={panel.pad}>
        <Facts
          items={[
            ['Signs in as', account.email],
            ['May', list(account.roles.map((role) => MAY[role] ?? role))],
            ['Last here', account.last_seen_at === null ? 'never' : when(account.last_seen_at)],
            ...(isClosed ? [['Closed', moment(account.disabled_at ?? '')] as [string, string]] : []),
          ]}
        />
      </div>
      {error !== null && <ActProblem error={error} not="made" />}
      {owner && (
        <div className={`${styles.foot} row`}>
          {link?.url == null ? (
            <>
              <Button size="xs" onClick={() => void copy()}>
                Make a sign-in link
              </Button>
              <span className="hint">
                You will see it, so you cannot be the second person for what is signed with it. To stay free, have whoever runs the server make one:{' '}
                <span className="mono">countersign account link</span>
              </span>
            </>
          ) : (
            <>
              <CopyLink url={link.url} whose={person.byline.name} label="Copy the sign-in link" />
              <span className="hint">works once, until {moment(link.expires_at)}</span>
            </>
          )}
          {account.id !== session.account.id && (
            <Button size="xs" onClick={() => setClosing(true)}>
              {isClosed ? 'Open the account again…' : 'Close the account…'}
            </Button>
          )}
        </div>
      )}
      <Ask
        opened={closing}
        onClose={() => setClosing(false)}
        title={isClosed ? `Open the account of ${person.byline.name} again?` : `Close the account of ${person.byline.name}?`}
        verb={isClosed ? 'Open it' : 'Close it'}
        tone={isClosed ? 'go' : 'bad'}
        not={isClosed ? 'opened' : 'closed'}
        act={toggle}
      >
        <p>{isClosed ? `${person.byline.name} can sign in again.` : 'Sessions end at once. Articles and bylines stay as they are.'}</p>
      </Ask>
    </Panel>
  );
}
