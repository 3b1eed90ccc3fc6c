import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState, type SyntheticEvent } from 'react';
import { Problem } from '@/api/problem';
import { checkReferences } from '@/api/references';
import { ActProblem } from '@/components/Problem/Problem';
import { workOf, type Work } from '@/saving/sectionText';
import { PHONE } from '@/theme';

interface ReferenceDialogProps {
  work: Work | null;
  onClose: () => void;
  onSave: (work: Work) => void;
}

/** One work, field by field; what is wrong is said at its field before anything changes. */
export function ReferenceDialog({ work, onClose, onSave }: ReferenceDialogProps) {
  const isPhone = useMediaQuery(PHONE);
  return (
    <Modal opened={work !== null} onClose={onClose} title="Reference" fullScreen={isPhone} size="lg">
      {work !== null && <ReferenceForm work={work} onClose={onClose} onSave={onSave} />}
    </Modal>
  );
}

function ReferenceForm({ work, onClose, onSave }: ReferenceDialogProps & { work: Work }) {
  const [typed, setTyped] = useState(work);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const field = (name: keyof Work) => ({
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) => setTyped({ ...typed, [name]: event.currentTarget.value }),
    error: faultOf(error, name),
  });
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      const [checked] = await checkReferences([typed]);
      if (checked !== undefined) onSave(workOf(checked));
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="stack" onSubmit={(event) => void save(event)}>
      <TextInput label="Authors" description="Example, J., & Sample, S.; an organization by its name" {...field('authors')} />
      <TextInput label="Year" description="2021, or n.d. where there is none" {...field('year')} />
      <Textarea label="Title" autosize minRows={1} required {...field('title')} />
      <Textarea label="Where it was published" description="Journal of Examples, 12(3), 45–67; or the publisher of a book" autosize minRows={1} {...field('source')} />
      <TextInput label="DOI" description="10.1234/abcd.567" {...field('doi')} />
      <TextInput label="PMID" description="The number in PubMed" inputMode="numeric" {...field('pmid')} />
      <TextInput label="Web address" description="Where it has no DOI" inputMode="url" {...field('url')} />
      {error !== null && !(error instanceof Problem && error.errors.length > 0) && <ActProblem error={error} not="changed" />}
      <div className="ends">
        <Button type="submit" variant="filled" loading={busy}>
          Done
        </Button>
        <Button onClick={onClose}>Back</Button>
      </div>
    </form>
  );
}

function faultOf(error: unknown, name: keyof Work): string | undefined {
  if (!(error instanceof Problem)) return undefined;
  return error.errors.find((one) => one.field === `references.0.${name}`)?.detail;
}
