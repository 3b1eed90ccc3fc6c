import type { ChainedCommands, Command, Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';

const ROWS = 3;
const COLUMNS = 2;

/** A table with a head, and the cursor in its first cell. After it one can always write on. */
export const insertTable: Command = ({ tr, state, dispatch }) => {
  const { table, tableRow, tableHeader, tableCell, paragraph } = state.schema.nodes;
  if (table === undefined || tableRow === undefined || tableHeader === undefined || tableCell === undefined || paragraph === undefined) return false;
  if (dispatch === undefined) return true;
  const across = <T>(make: () => T) => Array.from({ length: COLUMNS }, make);
  const row = (isHead: boolean) =>
    tableRow.create({ isHead }, across(() => (isHead ? tableHeader.create({ scope: 'col' }, paragraph.create()) : tableCell.create(null, paragraph.create()))));
  const at = tr.selection.from;
  tr.replaceSelectionWith(table.create(null, Array.from({ length: ROWS }, (_, index) => row(index === 0))));
  const $cell = tr.doc.resolve(Math.min(at + 1, tr.doc.content.size));
  tr.setSelection(TextSelection.near($cell));
  if (tr.doc.lastChild?.type === table) tr.insert(tr.doc.content.size, paragraph.create());
  tr.scrollIntoView();
  return true;
};

export const inTable = (editor: Editor): boolean => editor.isActive('table');

/** What can be done to the table in which the cursor stands. */
export const tableTools: { label: string; act: (chain: ChainedCommands) => ChainedCommands }[] = [
  { label: 'Row below', act: (chain) => chain.addRowAfter() },
  { label: 'Column after', act: (chain) => chain.addColumnAfter() },
  { label: 'Remove row', act: (chain) => chain.deleteRow() },
  { label: 'Remove column', act: (chain) => chain.deleteColumn() },
  { label: 'Remove table', act: (chain) => chain.deleteTable() },
];
