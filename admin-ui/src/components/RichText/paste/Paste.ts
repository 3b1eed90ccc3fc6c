import { Extension, type Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { DOMParser as TextParser } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { addPictures, isPicture } from '../picture/addPictures';
import { cleanPasted } from './clean';
import { tellLeftOut } from './leftOut';
import { looksLikeMarkdown, markdownToHtml } from './markdown';
import { pastedIn, toldKey as key, tellInText, type Pasted } from './told';

const NO_FILES = 'A file of this kind cannot be put into the text. Nothing was changed.';

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
    const { editor } = this;
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
            return isFilesAlone(data) && takeFiles(editor, data, view.state.selection.to);
          },
          handleDrop: (view, event) => {
            if (event.dataTransfer === null || !isFilesAlone(event.dataTransfer)) return false;
            event.preventDefault();
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? view.state.selection.to;
            return takeFiles(editor, event.dataTransfer, at);
          },
        },
      }),
    ];
  },
});

const isFilesAlone = (data: DataTransfer): boolean => data.files.length > 0 && data.getData('text/plain') === '' && data.getData('text/html') === '';

/** Pictures are added; a file of another kind is refused in words. */
function takeFiles(editor: Editor, data: DataTransfer, at: number): true {
  const files = [...data.files];
  if (files.some(isPicture)) void addPictures(editor, files, at);
  else tellInText(editor, NO_FILES);
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
