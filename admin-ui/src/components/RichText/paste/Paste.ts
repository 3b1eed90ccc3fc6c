import { Extension, type Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { DOMParser as TextParser } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { cleanPasted } from './clean';
import { tellLeftOut } from './leftOut';
import { looksLikeMarkdown, markdownToHtml } from './markdown';

/** What is to be said of the last paste, until it is put away or something else is pasted. */
export interface Pasted {
  told: readonly string[];
  /** The words as they came, where they were clearly meant to be formatted. */
  markdown: string | null;
  from: number;
  to: number;
}

const key = new PluginKey<Pasted | null>('pasted');
const NO_FILES = 'An image or a file cannot be put into the text yet. Nothing was changed.';

export const pastedIn = (state: EditorState): Pasted | null => key.getState(state) ?? null;

export function putAway(editor: Editor): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, null));
}

/** Takes the words for what they were written as. One step to undo. */
export async function takeAsMarkdown(editor: Editor): Promise<void> {
  const words = pastedIn(editor.state)?.markdown;
  if (words === null || words === undefined) return;
  const { html, leftOut } = cleanPasted(await markdownToHtml(words));
  const now = pastedIn(editor.state);
  if (now === null) return;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const slice = TextParser.fromSchema(editor.schema).parseSlice(body);
  const tr = closeHistory(editor.state.tr).replaceRange(now.from, now.to, slice);
  const told = tellLeftOut(leftOut);
  editor.view.dispatch(tr.setMeta(key, told.length > 0 ? { ...now, told, markdown: null } : null).scrollIntoView());
  editor.view.focus();
}

/** Whatever comes over the clipboard or is dropped is cleaned first, and what could not come along is told. */
export const Paste = Extension.create({
  name: 'paste',
  addProseMirrorPlugins() {
    let told: string[] = [];
    let markdown: string | null = null;
    return [
      new Plugin<Pasted | null>({
        key,
        state: {
          init: () => null,
          apply(tr, before) {
            const set = tr.getMeta(key) as Pasted | null | undefined;
            if (set !== undefined) return set;
            if (['paste', 'drop'].includes(tr.getMeta('uiEvent') as string)) {
              const now = told.length > 0 || markdown !== null ? { told, markdown, ...inserted(tr) } : null;
              told = [];
              markdown = null;
              return now;
            }
            if (before === null || !tr.docChanged) return before;
            return { ...before, from: tr.mapping.map(before.from, -1), to: tr.mapping.map(before.to, 1) };
          },
        },
        props: {
          transformPastedHTML(html) {
            const cleaned = cleanPasted(html);
            told = tellLeftOut(cleaned.leftOut);
            markdown = null;
            return cleaned.html;
          },
          transformPastedText(text, plain) {
            told = [];
            markdown = !plain && looksLikeMarkdown(text) ? text : null;
            return text;
          },
          handlePaste(view, event) {
            const data = event.clipboardData;
            if (data === null) return false;
            // A program for source code copies its colours too: what it means is the words.
            if (data.types.includes('vscode-editor-data')) return view.pasteText(data.getData('text/plain'));
            return isFilesAlone(data) && refuseFiles(view);
          },
          handleDrop: (view, event) => {
            if (event.dataTransfer === null || !isFilesAlone(event.dataTransfer)) return false;
            event.preventDefault();
            return refuseFiles(view);
          },
        },
      }),
    ];
  },
});

const isFilesAlone = (data: DataTransfer): boolean => data.files.length > 0 && data.getData('text/plain') === '' && data.getData('text/html') === '';

function refuseFiles(view: EditorView): true {
  const { from, to } = view.state.selection;
  view.dispatch(view.state.tr.setMeta(key, { told: [NO_FILES], markdown: null, from, to } satisfies Pasted));
  return true;
}

/** Where what came in stands now. */
function inserted(tr: Transaction): { from: number; to: number } {
  let from = tr.doc.content.size;
  let to = 0;
  tr.mapping.maps.forEach((map, index) => {
    const rest = tr.mapping.slice(index + 1);
    map.forEach((_oldStart, _oldEnd, start, end) => {
      from = Math.min(from, rest.map(start, -1));
      to = Math.max(to, rest.map(end, 1));
    });
  });
  return from <= to ? { from, to } : { from: to, to: from };
}
