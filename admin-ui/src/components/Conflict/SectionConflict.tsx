import { Button } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { keepWords } from '@/api/drafts';
import type { Article } from '@/api/shapes';
import { toast } from '@/components/Dialogs/toast';
import { Note, Panel } from '@/components/Panel/Panel';
import panel from '@/components/Panel/Panel.module.css';
import { ActProblem } from '@/components/Problem/Problem';
import { plainText } from '@/components/Prose/html';
import { Prose } from '@/components/Prose/Prose';
import { Chips } from '@/components/Queue/Chips';
import { LinkDialog } from '@/components/RichText/LinkDialog';
import { RichText } from '@/components/RichText/RichText';
import { Toolbar } from '@/components/RichText/Toolbar';
import { Works } from '@/components/References/Works';
import type { SectionSaver } from '@/saving/draft';
import { sameSectionText, type SectionText } from '@/saving/sectionText';
import { clock } from '@/time';
import styles from './Conflict.module.css';
import { bothTogether } from './together';

interface SectionConflictProps {
  article: Article;
  sectionId: string;
  saver: SectionSaver;
  onLater: () => void;
}

type Choice = 'both' | 'mine' | 'theirs';

/** Both texts at hand and a third put together; none is gone until one is saved. */
export function SectionConflict({ article, sectionId, saver, onLater }: SectionConflictProps) {
  const state = saver.state;
  const [mine] = useState(saver.text);
  const [theirs] = useState(state.is === 'conflict' ? state.theirs : null);
  const [both, setBoth] = useState<SectionText>(() => bothTogether(mine, theirs?.text ?? mine));
  const [choice, setChoice] = useState<Choice>('both');
  const [editor, setEditor] = useState<Editor | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [linking, setLinking] = useState<Editor | null>(null);
  if (theirs === null) return null;

  const other = theirs.savedByMe ? null : (theirs.savedBy ?? 'Somebody');
  const theirTitle = other === null ? 'The text saved elsewhere' : `${other}’s text`;
  const index = article.sections.findIndex((s) => s.id === sectionId);
  const save = async () => {
    const chosen = { both, mine, theirs: theirs.text }[choice];
    setBusy(true);
    setError(null);
    try {
      for (const words of [mine, theirs.text]) {
        if (!sameSectionText(words, chosen)) await keepWords(article.id, { section: sectionId, text: words });
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
      {article.sections.length > 1 && <p className="muted">Answer {index + 1}</p>}
      <Note>
        <p>
          Nothing is lost. {other ?? 'You'} saved a text at {clock(theirs.savedAt)}, {other === null ? 'in another window or on another device' : 'while you were typing'}. Yours is
          kept on this device and has not been saved yet. Whichever you choose, the other one stays in History.
        </p>
      </Note>
      <Chips
        legend="Which text should be saved?"
        name="which"
        value={choice}
        onChange={(value) => setChoice(value as Choice)}
        options={[
          { value: 'mine', label: 'My text' },
          { value: 'theirs', label: theirTitle },
          { value: 'both', label: 'Both, put together by me' },
        ]}
      />
      {choice === 'both' && (
        <Panel
          className={styles.chosen}
          title="Put together"
          aside={<span className="muted small">What only one of the two has is in it; read it once before you save</span>}
        >
          <Toolbar editor={editor} onLink={() => setLinking(editor)} />
          <div className={panel.pad}>
            <RichText
              html={both.html}
              pictures={both.pictures}
              label="Put together"
              language={article.language}
              keys={{ onTools: () => undefined, onLink: () => setLinking(editor), onSave: () => void save() }}
              onChange={(html, pictures) => setBoth({ ...both, html, pictures })}
              onFocus={setEditor}
            />
          </div>
        </Panel>
      )}
      <div className={styles.two}>
        <OneText title="My text" note="on this device" text={mine} isChosen={choice === 'mine'} />
        <OneText title={theirTitle} note={`saved ${clock(theirs.savedAt)}`} text={theirs.text} isChosen={choice === 'theirs'} />
      </div>
      {error !== null && <ActProblem error={error} not="saved" />}
      <div className={`ends ${styles.bar}`}>
        <Button variant="filled" loading={busy} onClick={() => void save()}>
          Save this text
        </Button>
        <Button onClick={onLater}>Decide later</Button>
      </div>
      <LinkDialog editor={linking} onClose={() => setLinking(null)} />
    </div>
  );
}

function OneText({ title, note, text, isChosen }: { title: string; note: string; text: SectionText; isChosen: boolean }) {
  const copy = async () => {
    await navigator.clipboard.writeText(plainText(text.html));
    toast('Copied.');
  };
  return (
    <Panel title={title} aside={<span className="muted small">{note}</span>} className={isChosen ? styles.chosen : ''}>
      <div className={panel.pad}>
        <Prose html={text.html} pictures={text.pictures} />
        <Works works={text.works} />
      </div>
      <p className={styles.copy}>
        <button type="button" className="link" onClick={() => void copy()}>
          Copy<span className="sr">: {title}</span>
        </button>
      </p>
    </Panel>
  );
}
