import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addSection, setContributors } from '@/api/drafts';
import type { Article } from '@/api/shapes';
import { BylinePreview } from '@/components/Byline/BylinePreview';
import { useParsed } from '@/components/Byline/useParsed';
import { Ask } from '@/components/Dialogs/Ask';
import styles from './Writing.module.css';

interface AddClinicianProps {
  article: Article;
  onChanged: () => Promise<unknown>;
}

/** One more voice: typed as it is printed, "Jo Example, MA, LPC". */
export function AddClinician({ article, onChanged }: AddClinicianProps) {
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState('');
  const parsed = useParsed(typed);
  const isAnswers = article.kind === 'expert_answers';
  const add = async () => {
    if (isAnswers) await addSection(article.id, { typed: typed.trim() });
    else await addAuthor(article, typed.trim());
    await onChanged();
    setTyped('');
  };
  return (
    <section className={styles.part} id="add" aria-label="Add">
      <div className="row">
        <Button onClick={() => setOpened(true)}>Add a clinician</Button>
        <span className="hint">Up to you: one more voice, or submit as it is.</span>
      </div>
      <Ask
        opened={opened}
        onClose={() => setOpened(false)}
        title="Add a clinician"
        verb="Add"
        not="added"
        act={add}
        check={() => (typed.trim() === '' ? 'Please write the name first.' : parsed?.practice === true ? 'Please write the name of a person.' : null)}
      >
        <p>{isAnswers ? 'This clinician gets a separate answer, and signs it.' : 'This clinician is printed in the same byline, and signs the same text.'}</p>
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
    </section>
  );
}

/** An article has one text; a second author joins its byline. */
async function addAuthor(article: Article, typed: string): Promise<void> {
  const section = article.sections[0];
  if (section === undefined) return;
  await setContributors(article.id, section.id, section.contributors.map((p) => p.id), typed);
}
