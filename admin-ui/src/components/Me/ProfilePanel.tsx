import { Button, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changePerson } from '@/api/people';
import { isProblem } from '@/api/problem';
import type { Person } from '@/api/shapes';
import { toast } from '@/components/Dialogs/toast';
import { Panel } from '@/components/Panel/Panel';
import { ActProblem } from '@/components/Problem/Problem';

/** What stands on the person's own page. Living text: nobody signs it. */
export function ProfilePanel({ person }: { person: Person }) {
  const client = useQueryClient();
  const [bio, setBio] = useState(person.bio);
  const [link, setLink] = useState(person.practice_url ?? '');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const fault = (field: string) => (isProblem(error) ? error.errors.find((e) => e.field === field)?.detail : undefined);
  const save = async () => {
    setBusy(true);
    setError(null);
    try {
      client.setQueryData(['person', 'me'], await changePerson('me', { bio: bio.trim(), practice_url: link.trim() === '' ? null : link.trim() }));
      toast('Your profile is saved.');
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  const isChanged = bio !== person.bio || link !== (person.practice_url ?? '');
  return (
    <Panel title="Profile" pad>
      <div className="stack">
        <Textarea
          label="About you"
          description="A few sentences for your page. Without prices and promises."
          autosize
          minRows={3}
          value={bio}
          error={fault('bio')}
          onChange={(event) => setBio(event.currentTarget.value)}
        />
        <TextInput
          label="Your practice"
          description="An address that begins with https://"
          type="url"
          value={link}
          error={fault('practice_url')}
          onChange={(event) => setLink(event.currentTarget.value)}
        />
        {error !== null && fault('bio') === undefined && fault('practice_url') === undefined && <ActProblem error={error} not="saved" />}
        {isChanged && (
          <div>
            <Button loading={busy} onClick={() => void save()}>
              Save the profile
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}
