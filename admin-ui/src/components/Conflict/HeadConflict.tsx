import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { keepWords, type HeadText } from '@/api/drafts';
import { Note, Panel } from '@/components/Panel/Panel';
import { ActProblem } from '@/components/Problem/Problem';
import type { Saver } from '@/saving/saver';
import { clock } from '@/time';
import styles from './Conflict.module.css';

interface HeadConflictProps {
  article: string;
  saver: Saver<HeadText>;
  onLater: () => void;
}

/** Title, question and summary are short: both stand side by side, and the fields take what is to be saved. */
export function HeadConflict({ article, saver, onLater }: HeadConflictProps) {
  const [mine] = useState(saver.text);
  const [theirs] = useState(saver.state.is === 'conflict' ? saver.state.theirs : null);
  const [chosen, setChosen] = useState(mine);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  if (theirs === null) return null;
  const other = theirs.savedByMe ? 'You, in another window' : (theirs.savedBy ?? 'Somebody');
  const save = async () => {
    setBusy(true);
    setError(null);
    try {
      for (const words of [mine, theirs.text]) {
        if (words !== chosen) await keepWords(article, words);
      }
    } catch (caught) {
      setError(caught);
      setBusy(false);
      return;
    }
    saver.resolve(chosen);
    onLater();
  };
  return (
    <div className={`stack ${styles.page}`}>
      <Note>
        <p>
          Nothing is lost. {theirs.savedByMe ? 'You' : other} saved other words at {clock(theirs.savedAt)}{theirs.savedByMe && ', in another window or on another device'}. These are kept on this device and have not been saved yet. Whichever
          you choose, the others stay in History.
        </p>
      </Note>
      <Panel title="To be saved" pad className={styles.chosen}>
        <div className="stack">
          <Textarea label="Title" autosize value={chosen.title} onChange={(e) => setChosen({ ...chosen, title: e.currentTarget.value })} />
          {chosen.question !== null && (
            <Textarea label="The reader’s question" autosize value={chosen.question} onChange={(e) => setChosen({ ...chosen, question: e.currentTarget.value })} />
          )}
          <Textarea label="Summary" autosize value={chosen.summary} onChange={(e) => setChosen({ ...chosen, summary: e.currentTarget.value })} />
        </div>
      </Panel>
      <div className={styles.two}>
        <Words title="My words" words={mine} onTake={() => setChosen(mine)} />
        <Words title={`${other}: saved ${clock(theirs.savedAt)}`} words={theirs.text} onTake={() => setChosen(theirs.text)} />
      </div>
      {error !== null && <ActProblem error={error} not="saved" />}
      <div className={`ends ${styles.bar}`}>
        <Button variant="filled" loading={busy} onClick={() => void save()}>
          Save this text
        </Button>
        <Button onClick={onLater}>Decide later</Button>
      </div>
    </div>
  );
}

function Words({ title, words, onTake }: { title: string; words: HeadText; onTake: () => void }) {
  return (
    <Panel title={title} pad>
      <div className="stack-s">
        <p>
          <strong>{words.title}</strong>
        </p>
        {words.question !== null && <p>{words.question}</p>}
        <p className="muted">{words.summary}</p>
        <Button size="xs" onClick={onTake}>
          Take these
          <span className="sr">: {title}</span>
        </Button>
      </div>
    </Panel>
  );
}
