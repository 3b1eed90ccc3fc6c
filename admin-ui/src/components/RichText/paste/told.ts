import type { Editor } from '@tiptap/core';
import { PluginKey, type EditorState } from '@tiptap/pm/state';

/** What is to be said of the last paste, until it is put away or something else is pasted. */
export interface Pasted {
  told: readonly string[];
  /** The words as they came, where they were clearly meant to be formatted. */
  markdown: string | null;
  from: number;
  to: number;
}

export const toldKey = new PluginKey<Pasted | null>('pasted');

export const pastedIn = (state: EditorState): Pasted | null => toldKey.getState(state) ?? null;

/** Says something below the text; nothing takes back what was said. */
export function tellInText(editor: Editor, words: string): void {
  if (editor.isDestroyed) return;
  const { from, to } = editor.state.selection;
  const said: Pasted | null = words === '' ? null : { told: [words], markdown: null, from, to };
  editor.view.dispatch(editor.state.tr.setMeta(toldKey, said));
}
