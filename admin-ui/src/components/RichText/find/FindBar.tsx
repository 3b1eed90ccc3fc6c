import { Button, Checkbox, TextInput } from '@mantine/core';
import { useEditorState, type Editor } from '@tiptap/react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { count } from '@/words';
import styles from './FindBar.module.css';
import type { Finding } from './useFinding';
import { foundIn, goOn, lookFor, replaceAll, replaceOne, type Found, type Wanted } from './search';

interface FindBarProps {
  /** The text it looks in. */
  editor: Editor;
  finding: Finding;
}

/** Find and replace in one text. Escape goes back to the text with the place chosen. */
export function FindBar({ editor, finding }: FindBarProps) {
  const { asked, wanted, by } = finding;
  const [done, setDone] = useState<number | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const found = useEditorState({ editor, selector: ({ editor: e }) => foundIn(e.state) });
  const look = (change: Partial<Wanted>) => {
    setDone(null);
    finding.want(change);
  };

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [editor, asked]);
  useEffect(() => lookFor(editor, wanted), [editor, wanted]);
  useEffect(
    () => () => {
      if (!editor.isDestroyed) lookFor(editor, { words: '', matchCase: false, wholeWord: false });
    },
    [editor],
  );

  const back = () => {
    finding.shut();
    editor.view.focus();
  };
  const onKeys = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      back();
    } else if (event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      field.current?.select();
    }
  };
  const all = () => {
    setDone(replaceAll(editor, by));
  };
  return (
    // Escape is heard wherever the focus is within.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form role="search" aria-label="Find in the text" className={styles.bar} onKeyDown={onKeys} onSubmit={(event) => event.preventDefault()}>
      <TextInput
        ref={field}
        label="Find"
        value={wanted.words}
        onChange={(event) => look({ words: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') goOn(editor, event.shiftKey ? 'before' : 'next');
        }}
      />
      <TextInput
        label="Replace with"
        value={by}
        onChange={(event) => finding.replaceBy(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && editor.isEditable) replaceOne(editor, by);
        }}
      />
      <p className={styles.count} role="status">
        {done === null ? tell(wanted.words, found) : `${count(done, 'place')} replaced`}
      </p>
      <div className={styles.acts}>
        <Button size="xs" disabled={found.count === 0} onClick={() => goOn(editor, 'before')}>
          Before
        </Button>
        <Button size="xs" disabled={found.count === 0} onClick={() => goOn(editor, 'next')}>
          Next
        </Button>
        <Button size="xs" disabled={found.count === 0 || !editor.isEditable} onClick={() => replaceOne(editor, by)}>
          Replace
        </Button>
        <Button size="xs" disabled={found.count === 0 || !editor.isEditable} onClick={all}>
          Replace all
        </Button>
      </div>
      <button type="button" className={`link ${styles.close}`} onClick={back}>
        Close
      </button>
      <div className={styles.choices}>
        <Checkbox label="Match case" checked={wanted.matchCase} onChange={(event) => look({ matchCase: event.currentTarget.checked })} />
        <Checkbox label="Whole words" checked={wanted.wholeWord} onChange={(event) => look({ wholeWord: event.currentTarget.checked })} />
      </div>
    </form>
  );
}

function tell(words: string, { count: all, at }: Found): string {
  if (words === '') return '';
  if (all === 0) return 'Not in this text';
  return at === null ? count(all, 'place') : `${at} of ${all}`;
}
