import { NativeSelect, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fetchPeople } from '@/api/people';
import type { ContributorRole } from '@/api/shapes';
import { ROLES } from '@/byline';
import { BylineField, bylineFault, useTypedByline } from '@/components/Byline/BylineField';
import { Ask } from '@/components/Dialogs/Ask';
import { useIsEditor } from '@/session';

/** Somebody who is known here, or a byline as it is typed. */
export type Named = { role: ContributorRole } & ({ person: string } | { typed: string });

interface NameDialogProps {
  opened: boolean;
  title: string;
  verb: string;
  /** For the sentence when it was not done. */
  not: string;
  /** What it means for who is named. */
  means: string;
  /** Whether it can be another than an author. */
  asksRole?: boolean;
  act: (who: Named) => Promise<unknown>;
  onClose: () => void;
}

/** Who stands over a text: editors can choose from all they know, everybody can type "Jo Example, MA, LPC". */
export function NameDialog({ opened, title, verb, not, means, asksRole = false, act, onClose }: NameDialogProps) {
  const editor = useIsEditor();
  const [chosen, setChosen] = useState<string | null>(null);
  const [role, setRole] = useState<ContributorRole>('author');
  const byline = useTypedByline();
  const people = useQuery({ queryKey: ['people', ''], queryFn: () => fetchPeople(''), enabled: opened && editor });
  const check = () => {
    if (chosen !== null) return null;
    return bylineFault(byline, editor ? 'Please choose somebody, or write the name first.' : undefined);
  };
  const name = async () => {
    await act(chosen === null ? { role, typed: byline.typed.trim() } : { role, person: chosen });
    setChosen(null);
    setRole('author');
    byline.type('');
  };
  return (
    <Ask opened={opened} onClose={onClose} title={title} verb={verb} not={not} act={name} check={check}>
      <p>{means}</p>
      {editor && (
        <Select
          label="Somebody who is known here"
          placeholder="Choose a person"
          searchable
          clearable
          nothingFoundMessage="Nobody has that name"
          data={(people.data ?? []).map((p) => ({ value: p.id, label: p.byline.text }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      {chosen === null && <BylineField byline={byline} {...(editor ? { label: 'Or a new name, with letters' } : {})} />}
      {asksRole && (
        <NativeSelect
          label="What this clinician did"
          description={ROLES.find((r) => r.value === role)?.means}
          data={ROLES.map(({ value, label }) => ({ value, label }))}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value as ContributorRole)}
        />
      )}
    </Ask>
  );
}
