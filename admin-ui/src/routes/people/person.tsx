import { Button, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { fetchPeople, fetchPerson, renamePerson } from '@/api/people';
import type { Person, PersonRow } from '@/api/shapes';
import { Ask } from '@/components/Dialogs/Ask';
import { toast } from '@/components/Dialogs/toast';
import { Panel } from '@/components/Panel/Panel';
import { AccountPanel } from '@/components/People/AccountPanel';
import { CredentialsPanel } from '@/components/People/CredentialsPanel';
import { Face } from '@/components/People/Face';
import { MergeDialog, MergeSuggestion } from '@/components/People/Merge';
import styles from '@/components/People/People.module.css';
import { mightBe } from '@/components/People/same';
import { Loaded } from '@/components/Problem/Problem';
import { useMe } from '@/session';
import { count } from '@/words';

const route = getRouteApi('/signed-in/shell/people/$id');

export function PersonPage() {
  const { id } = route.useParams();
  const person = useQuery({ queryKey: ['person', id], queryFn: () => fetchPerson(id) });
  const people = useQuery({ queryKey: ['people', ''], queryFn: () => fetchPeople('') });
  return (
    <div className="stack narrow">
      <p className={styles.back}>
        <Link to="/people">All people</Link>
      </p>
      <Loaded query={person} what="this person">
        {(found) => <OnePerson key={found.id} person={found} all={people.data ?? []} />}
      </Loaded>
    </div>
  );
}

function OnePerson({ person, all }: { person: Person; all: PersonRow[] }) {
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'rename' | 'merge' | null>(null);
  const [name, setName] = useState(person.byline.name);
  const [isRefused, setRefused] = useState(false);
  const row = all.find((r) => r.id === person.id);
  const other = row === undefined || isRefused ? null : mightBe(row, all);
  const [joining, setJoining] = useState<PersonRow | null>(null);
  const rename = async () => {
    client.setQueryData(['person', person.id], await renamePerson(person.id, name.trim()));
    await client.invalidateQueries({ queryKey: ['people'] });
    toast('Renamed. Articles already published keep the byline they were signed with.');
  };
  return (
    <>
      <div className={styles.rowHead}>
        <Face name={person.byline.name} photo={person.photo_url} />
        <div>
          <h2 className={styles.name}>{person.byline.name}</h2>
          <p className="muted">{count(person.articles, 'article')}</p>
        </div>
        <Button onClick={() => setDialog('rename')}>Rename</Button>
        <Button onClick={() => setDialog('merge')}>Same as…</Button>
      </div>
      {other !== null && row !== undefined && (
        <MergeSuggestion one={row} other={other} onSame={() => setJoining(other)} onDifferent={() => setRefused(true)} />
      )}
      <Panel title="Byline" pad>
        <p className={styles.byline}>{person.byline.text}</p>
        <p className="hint">New articles print this. Articles already published keep the byline they were signed with.</p>
      </Panel>
      <CredentialsPanel person={person} canCheck={person.id !== me.id} />
      <AccountPanel person={person} />
      <Ask
        opened={dialog === 'rename'}
        onClose={() => setDialog(null)}
        title={`Rename ${person.byline.name}?`}
        verb="Rename"
        not="renamed"
        act={rename}
        check={() => (name.trim() === '' ? 'Please write a name.' : null)}
      >
        <TextInput label="Name" value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
        <p className="hint">The name alone, without letters. It goes on the record.</p>
      </Ask>
      <MergeDialog
        opened={dialog === 'merge' || joining !== null}
        into={person}
        all={all}
        chosen={joining}
        onClose={() => {
          setDialog(null);
          setJoining(null);
        }}
        onMerged={(into) => void navigate({ to: '/people/$id', params: { id: into } })}
      />
    </>
  );
}
