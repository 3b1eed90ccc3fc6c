import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import type { Wanted } from './search';

/** What somebody looks for in a text, kept while the bar is shut. */
export interface Finding {
  /** How often the bar was asked for; 0 while it is shut. */
  asked: number;
  wanted: Wanted;
  by: string;
  want: (change: Partial<Wanted>) => void;
  replaceBy: (words: string) => void;
  /** Opens the bar, or goes to it; words that are chosen in the text are looked for. */
  ask: () => void;
  shut: () => void;
}

export function useFinding(editor: Editor | null): Finding {
  const [asked, setAsked] = useState(0);
  const [wanted, setWanted] = useState<Wanted>({ words: '', matchCase: false, wholeWord: false });
  const [by, replaceBy] = useState('');
  const want = (change: Partial<Wanted>) => setWanted((before) => ({ ...before, ...change }));
  const ask = () => {
    if (editor !== null) {
      const { from, to } = editor.state.selection;
      const chosen = editor.state.doc.textBetween(from, to, '\n');
      if (chosen !== '' && !chosen.includes('\n')) want({ words: chosen });
    }
    setAsked((n) => n + 1);
  };
  return { asked, wanted, by, want, replaceBy, ask, shut: () => setAsked(0) };
}
