import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { addPerson } from '@/api/people';
import { BylineField, bylineFault, useTypedByline } from '@/components/Byline/BylineField';
import { Ask } from '@/components/Dialogs/Ask';

/** A byline without an account: somebody who signs by link, or an author of long ago. */
export function AddPersonDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const byline = useTypedByline();
  const act = async () => {
    const { person } = await addPerson(byline.typed.trim());
    await client.invalidateQueries({ queryKey: ['people'] });
    byline.type('');
    await navigate({ to: '/people/$id', params: { id: person.id } });
  };
  return (
    <Ask opened={opened} onClose={onClose} title="Add a person" verb="Add" not="added" act={act} check={() => bylineFault(byline)}>
      <p>A byline without an account. Proofs reach the person by a link.</p>
      <BylineField byline={byline} />
    </Ask>
  );
}
