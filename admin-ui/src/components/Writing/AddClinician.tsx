import { Button } from '@mantine/core';
import { useState } from 'react';
import { addSection } from '@/api/drafts';
import type { Article } from '@/api/shapes';
import { NameDialog, type Named } from './NameDialog';
import { addName } from './Names';
import styles from './Writing.module.css';

interface AddClinicianProps {
  article: Article;
  onChanged: () => Promise<unknown>;
}

/** One more voice. */
export function AddClinician({ article, onChanged }: AddClinicianProps) {
  const [opened, setOpened] = useState(false);
  const isAnswers = article.kind === 'expert_answers';
  // One text is given its first name where it stands.
  if (!isAnswers && article.sections[0]?.contributors.length === 0) return null;
  const add = async (who: Named) => {
    const section = article.sections[0];
    if (isAnswers) await addSection(article.id, 'person' in who ? { contributors: [who.person] } : { typed: who.typed });
    else if (section !== undefined) await addName(article, section, who);
    await onChanged();
  };
  return (
    <section className={styles.part} id="add" aria-label="Add">
      <div className="row">
        <Button onClick={() => setOpened(true)}>Add a clinician</Button>
        {article.may.includes('submit') && <span className="hint">Up to you: one more voice, or submit as it is.</span>}
      </div>
      <NameDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title="Add a clinician"
        verb="Add"
        not="added"
        means={isAnswers ? 'This clinician gets a separate answer, and signs it.' : 'This clinician is printed in the same byline, and signs the same text.'}
        asksRole={!isAnswers}
        act={add}
      />
    </section>
  );
}
