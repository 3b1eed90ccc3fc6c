import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, Outlet, useMatchRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { fetchPeople } from '@/api/people';
import type { PersonRow } from '@/api/shapes';
import { Page, PageBar } from '@/components/PageBar/PageBar';
import { Note, Nothing } from '@/components/Panel/Panel';
import { AddPersonDialog } from '@/components/People/AddPersonDialog';
import { InviteDialog } from '@/components/People/InviteDialog';
import styles from '@/components/People/People.module.css';
import { Loaded } from '@/components/Problem/Problem';
import { isOwner, useIsEditor, useSession } from '@/session';
import { count } from '@/words';
import page from './people.module.css';

/** The list at the left, one person at the right; on a phone one after the other. */
export function People() {
  const editor = useIsEditor();
  if (editor) return <PeopleForEditors />;
  return (
    <>
      <PageBar title="People" />
      <Page className="narrow">
        <Note tone="warn" title="Only editors can do this.">
          <p>Your own byline stands under “My byline and profile”.</p>
        </Note>
      </Page>
    </>
  );
}

function PeopleForEditors() {
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words, 200);
  const owner = isOwner(useSession());
  const [inviting, setInviting] = useState(false);
  const [adding, setAdding] = useState(false);
  const people = useQuery({ queryKey: ['people', q], queryFn: () => fetchPeople(q), placeholderData: keepPreviousData });
  const matchRoute = useMatchRoute();
  const isOne = matchRoute({ to: '/people/$id' }) !== false;
  const withAccount = (people.data ?? []).filter((p) => p.account !== null).length;
  return (
    <>
      <PageBar
        title="People"
        sub={
          people.data !== undefined && q === '' && (
            <span>
              {count(people.data.length, 'person', 'people')}, {withAccount} with an account
            </span>
          )
        }
        actions={
          <>
            <Button variant={owner ? 'default' : 'filled'} onClick={() => setAdding(true)}>
              Add a person
            </Button>
            {owner && (
              <Button variant="filled" onClick={() => setInviting(true)}>
                Invite a clinician
              </Button>
            )}
          </>
        }
      />
      <Page className={page.page}>
        <div className={styles.split} data-one={isOne}>
          <div className={styles.list}>
            <div className={styles.find}>
              <TextInput
                type="search"
                aria-label="Find a person"
                placeholder="Name or letters"
                value={words}
                onChange={(event) => setWords(event.currentTarget.value)}
              />
            </div>
            <Loaded query={people} what="the people">
              {(rows) => <List rows={rows} isFiltered={q !== ''} onInvite={() => setInviting(true)} />}
            </Loaded>
          </div>
          <div className={styles.detail}>
            {isOne ? <Outlet /> : <p className="muted">Choose a person at the left.</p>}
          </div>
        </div>
      </Page>
      <AddPersonDialog opened={adding} onClose={() => setAdding(false)} />
      <InviteDialog opened={inviting} onClose={() => setInviting(false)} />
    </>
  );
}

function List({ rows, isFiltered, onInvite }: { rows: PersonRow[]; isFiltered: boolean; onInvite: () => void }) {
  if (rows.length === 0) return <p className={`${page.none} muted`}>Nobody has that name.</p>;
  if (rows.length === 1 && !isFiltered) {
    return (
      <Nothing title="No one but you" action={<Button onClick={onInvite}>Invite an editor</Button>}>
        Two people sign every text. Invite the second one first.
      </Nothing>
    );
  }
  return (
    <nav aria-label="People">
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/people/$id" params={{ id: row.id }} activeProps={{ 'aria-current': 'true' }}>
              {row.byline.text}
              <small>
                {row.account === null ? 'no account' : 'has an account'} · {count(row.articles, 'article')}
              </small>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
