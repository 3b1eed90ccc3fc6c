import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Credential, Person, VerificationStatus } from '@/api/shapes';
import { Nothing, Panel } from '@/components/Panel/Panel';
import table from '@/components/Panel/Table.module.css';
import { State } from '@/components/State/State';
import { daysSince, fullDate } from '@/time';
import type { StateWords } from '@/words';
import { CheckDialog } from './CheckDialog';
import { CredentialDialog } from './CredentialDialog';
import styles from './People.module.css';

interface CredentialsPanelProps {
  person: Person;
  /** Nobody checks their own. */
  canCheck: boolean;
}

const KINDS: Record<Credential['kind'], string> = {
  degree: 'degree',
  licence: 'license',
  certification: 'certification',
  membership: 'membership',
};

const CHECKED: Record<VerificationStatus, StateWords> = {
  current: { text: 'Checked', tone: 'accent', shape: 'disc' },
  lapsed: { text: 'Lapsed', tone: 'bad', shape: 'square' },
  suspended: { text: 'Suspended', tone: 'bad', shape: 'square' },
  revoked: { text: 'Revoked', tone: 'bad', shape: 'square' },
  not_found: { text: 'Not found', tone: 'bad', shape: 'square' },
};

/** Days before the end in which a licence is shown as running out. */
const SOON_DAYS = 60;

/** Every credential has its own check, with source, person and date; nobody is "verified" as a whole. */
export function CredentialsPanel({ person, canCheck }: CredentialsPanelProps) {
  const client = useQueryClient();
  const [editing, setEditing] = useState<Credential | 'new' | null>(null);
  const [checking, setChecking] = useState<Credential | null>(null);
  const refresh = async () => {
    await client.invalidateQueries({ queryKey: ['person'] });
    await client.invalidateQueries({ queryKey: ['people'] });
  };
  return (
    <Panel
      title="Credentials"
      aside={
        <Button size="xs" onClick={() => setEditing('new')}>
          Add
        </Button>
      }
    >
      {person.credentials.length === 0 ? (
        <Nothing title="No credentials yet">Letters are printed only when they stand here.</Nothing>
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Letters</th>
              <th scope="col">What it is</th>
              <th scope="col">Checked</th>
              <th scope="col">Valid until</th>
              <th scope="col">
                <span className="sr">Act</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {person.credentials.map((credential) => (
              <tr key={credential.id}>
                <th scope="row">{credential.abbreviation}</th>
                <td>
                  {[credential.title, credential.jurisdiction].filter(Boolean).join(', ') || 'no name given'}
                  <div className="hint">
                    {KINDS[credential.kind]}
                    {credential.number !== null && credential.number !== '' && ', number on file'}
                    {!credential.shown && ', not printed in the byline'}
                  </div>
                </td>
                <td>
                  <Checked credential={credential} />
                </td>
                <td className="num" {...(credential.expires_on === null ? {} : { 'data-l': 'Valid until' })}>
                  <Until credential={credential} />
                </td>
                <td className={table.act}>
                  <div className={table.acts}>
                    <Button size="xs" onClick={() => setEditing(credential)}>
                      Change<span className="sr">: {credential.abbreviation}</span>
                    </Button>
                    {canCheck && (
                      <Button size="xs" onClick={() => setChecking(credential)}>
                        {credential.verifications.length > 0 ? 'Check again' : 'Check'}
                        <span className="sr">: {credential.abbreviation}</span>
                      </Button>
                    )}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={`hint ${styles.foot}`}>
        Nobody checks their own. Readers see “license checked” with its date, only on the credential that was checked. They never see that something was not.
      </p>
      {editing !== null && (
        <CredentialDialog person={person.id} credential={editing === 'new' ? null : editing} onClose={() => setEditing(null)} onDone={refresh} />
      )}
      {checking !== null && <CheckDialog credential={checking} onClose={() => setChecking(null)} onDone={refresh} />}
    </Panel>
  );
}

function Checked({ credential }: { credential: Credential }) {
  const [last] = [...credential.verifications].sort((a, b) => b.checked_on.localeCompare(a.checked_on));
  if (last === undefined) return <State text="Not checked" tone="still" shape="ring" />;
  return (
    <>
      <State {...CHECKED[last.status]} />
      <div className="hint">
        {last.source}, {last.by !== null && `by ${last.by.byline.name}, `}
        {fullDate(last.checked_on)}
      </div>
    </>
  );
}

function Until({ credential }: { credential: Credential }) {
  const until = credential.expires_on;
  if (until === null) return <span className="muted">{credential.kind === 'degree' ? 'does not run out' : 'no date given'}</span>;
  const left = -daysSince(until);
  if (left < 0) return <State text={`ran out on ${fullDate(until)}`} tone="bad" shape="square" />;
  return (
    <>
      {fullDate(until)}
      {left <= SOON_DAYS && (
        <div>
          <State text={left === 0 ? 'today' : left === 1 ? 'in 1 day' : `in ${left} days`} tone="warn" shape="ring" />
        </div>
      )}
    </>
  );
}
