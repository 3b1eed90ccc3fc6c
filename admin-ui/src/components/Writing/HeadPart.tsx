import { Textarea } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import type { HeadText } from '@/api/drafts';
import type { Kind } from '@/api/shapes';
import type { Saver } from '@/saving/saver';
import { PresenceNote } from './PresenceNote';
import type { PartPresence } from './usePresence';
import styles from './Writing.module.css';

interface HeadPartProps {
  saver: Saver<HeadText>;
  kind: Kind;
  presence: PartPresence;
  onFocus: () => void;
}

/** Title, question and summary. In answers the editors sign title and summary, and each clinician the question with the answer. */
export function HeadPart({ saver, kind, presence, onFocus }: HeadPartProps) {
  const text = useSyncExternalStore(saver.subscribe, () => saver.text);
  const set = (change: Partial<HeadText>) => {
    saver.edit({ ...saver.text, ...change });
    presence.typed();
  };
  const readOnly = presence.other !== null;
  const isAnswers = kind === 'expert_answers';
  return (
    <section className={styles.part} id="head" aria-labelledby="head-h">
      <div className={styles.partHead}>
        <h2 id="head-h">{isAnswers ? 'Title and question' : 'Title'}</h2>
        {isAnswers && <span className="hint">The editors sign title and summary</span>}
      </div>
      <div className="stack">
        <PresenceNote presence={presence} what={isAnswers ? 'the title and the question' : 'the title and the summary'} onHandOver={() => saver.saveAll()} />
        <Textarea
          id="title"
          className={styles.title}
          aria-label="Title"
          placeholder="Title"
          readOnly={readOnly}
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
            readOnly={readOnly}
          autosize
            minRows={2}
            value={text.question ?? ''}
            onChange={(event) => set({ question: event.currentTarget.value })}
          />
        )}
        <Textarea
          label="Summary"
          description="One or two sentences. They stand in lists and in search."
          readOnly={readOnly}
          autosize
          minRows={2}
          value={text.summary}
          onChange={(event) => set({ summary: event.currentTarget.value })}
        />
      </div>
    </section>
  );
}
