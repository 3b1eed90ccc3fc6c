import { Extension, type Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { findNext, findPrev, getMatchHighlights, getSearchState, search, SearchQuery, setSearchState, type SearchResult } from 'prosemirror-search';

export interface Wanted {
  words: string;
  matchCase: boolean;
  wholeWord: boolean;
}

/** How often it stands in the text, and which of them is chosen, counted from 1. */
export interface Found {
  count: number;
  at: number | null;
}

export const Search = Extension.create({ name: 'search', addProseMirrorPlugins: () => [search()] });

/** Quotes and spaces are found however they were typed: a keyboard has the straight ones, a text the others. */
const ALIKE: Record<string, string> = { "'": "['’‘]", '’': "['’‘]", '‘': "['’‘]", '"': '["“”]', '“': '["“”]', '”': '["“”]', ' ': '\\s', '\u00a0': '\\s' };

const asPattern = (words: string): string => words.replace(/[\s\S]/gu, (sign) => ALIKE[sign] ?? sign.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&'));

export const queryFor = ({ words, matchCase, wholeWord }: Wanted): SearchQuery =>
  new SearchQuery({ search: asPattern(words), regexp: true, caseSensitive: matchCase, wholeWord });

/** Marks every place in the text; the marks go with empty words. */
export function lookFor(editor: Editor, wanted: Wanted): void {
  editor.view.dispatch(setSearchState(editor.state.tr, queryFor(wanted)));
}

export function foundIn(state: EditorState): Found {
  const places = getMatchHighlights(state).find();
  const { from, to } = state.selection;
  const at = places.findIndex((place) => place.from === from && place.to === to);
  return { count: places.length, at: at === -1 ? null : at + 1 };
}

/** Chooses the next place or the one before, round and round. */
export function goOn(editor: Editor, way: 'next' | 'before'): void {
  (way === 'next' ? findNext : findPrev)(editor.state, (tr) => editor.view.dispatch(tr));
  showChosen(editor);
}

/** Replaces the place that is chosen and goes on to the next; where none is chosen it goes on alone. */
export function replaceOne(editor: Editor, by: string): void {
  const { selection } = editor.state;
  const here = getSearchState(editor.state)?.query.findNext(editor.state, selection.from) ?? null;
  if (here?.from === selection.from && here.to === selection.to) editor.view.dispatch(put(editor.state.tr, here, by));
  goOn(editor, 'next');
}

/** Replaces every place in one step to undo, each in the marks it stands in. Gives back how many. */
export function replaceAll(editor: Editor, by: string): number {
  const { state } = editor;
  const query = getSearchState(state)?.query;
  const places: SearchResult[] = [];
  for (let place = query?.findNext(state) ?? null; place !== null; place = query?.findNext(state, place.to) ?? null) places.push(place);
  const tr = closeHistory(state.tr);
  for (const place of places.reverse()) put(tr, place, by);
  if (places.length > 0) editor.view.dispatch(tr);
  return places.length;
}

const put = (tr: Transaction, { from, to }: SearchResult, by: string): Transaction => (by === '' ? tr.delete(from, to) : tr.insertText(by, from, to));

/** The editor does not scroll to what is chosen while the cursor stands in another field. */
function showChosen(editor: Editor): void {
  const { top, bottom } = editor.view.coordsAtPos(editor.state.selection.from);
  const isSeen = top > window.innerHeight * 0.4 && bottom < window.innerHeight * 0.8;
  if (!isSeen) window.scrollBy({ top: top - window.innerHeight * 0.6 });
}
