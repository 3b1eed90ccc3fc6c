import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { addPerson } from '@/api/people';
import { BylinePreview } from '@/components/Byline/BylinePreview';
import { useParsed } from '@/components/Byline/useParsed';
import { Ask } from '@/components/Dialogs/Ask';

/** A byline without an account: somebody who signs by link, or an author of long ago. */
export function AddPersonDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const parsed = useParsed(typed);
  const act = async () => {
    const { person } = await addPerson(typed.trim());
    await client.invalidateQueries({ queryKey: ['people'] });
    setTyped('');
    await navigate({ to: '/people/$id', params: { id: person.id } });
  };
  return (
    <Ask
      opened={opened}
      onClose={onClose}
      title="Add a person"
      verb="Add"
      not="added"
      act={act}
      check={() => (typed.trim() === '' ? 'Please write the name first.' : parsed?.practice === true ? 'Please write the name of a person.' : null)}
    >
      <p>A byline without an account. Proofs reach the person by a link.</p>
      <TextInput
        label="Name and letters"
        description="As they are printed: Jo Example, MA, LPC"
        autoComplete="off"
        data-autofocus
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <BylinePreview parsed={parsed} />
    </Ask>
  );
}
