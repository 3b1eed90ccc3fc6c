import { Textarea } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import type { HeadText } from '@/api/drafts';
import type { Kind } from '@/api/shapes';
import type { Saver } from '@/saving/saver';
import styles from './Writing.module.css';

interface HeadPartProps {
  saver: Saver<HeadText>;
  kind: Kind;
  onFocus: () => void;
}

/** Title, question and summary. In answers the editors sign title and summary, and each clinician the question with the answer. */
export function HeadPart({ saver, kind, onFocus }: HeadPartProps) {
  const text = useSyncExternalStore(saver.subscribe, () => saver.text);
  const set = (change: Partial<HeadText>) => saver.edit({ ...saver.text, ...change });
  const isAnswers = kind === 'expert_answers';
  return (
    <section className={styles.part} id="head" aria-labelledby="head-h">
      <div className={styles.partHead}>
        <h2 id="head-h">{isAnswers ? 'Title and question' : 'Title'}</h2>
        {isAnswers && <span className="hint">The editors sign title and summary</span>}
      </div>
      <div className="stack">
        <Textarea
          id="title"
          className={styles.title}
          aria-label="Title"
          placeholder="Title"
          autosize
          minRows={1}
          onFocus={onFocus}
          value={text.title}
          onChange={(event) => set({ title: event.currentTarget.value.replace(/\n/g, ' ') })}
        />
        {isAnswers && (
          <Textarea
            id="question"
            label="The reader’s question"
            description="Each clinician signs it with the answer."
            autosize
            minRows={2}
            value={text.question ?? ''}
            onChange={(event) => set({ question: event.currentTarget.value })}
          />
        )}
        <Textarea
          label="Summary"
          description="One or two sentences. They stand in lists and in search."
          autosize
          minRows={2}
          value={text.summary}
          onChange={(event) => set({ summary: event.currentTarget.value })}
        />
      </div>
    </section>
  );
}
