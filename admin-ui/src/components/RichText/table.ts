import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';

/** What a header may say that it stands for; anything else is left out. */
const SCOPES = ['row', 'col', 'rowgroup', 'colgroup'];

const scope = {
  default: null,
  parseHTML: (cell: HTMLElement) => {
    const named = cell.getAttribute('scope')?.toLowerCase() ?? '';
    return SCOPES.includes(named) ? named : null;
  },
};

/** Tab goes from cell to cell and out after the last one. */
const OpenTable = Table.extend({
  addKeyboardShortcuts() {
    return { ...this.parent?.(), Tab: () => this.editor.commands.goToNextCell() };
  },
});

/** The editor has one group of rows: a row of the head says so itself, and `emit` puts it back there. */
const Row = TableRow.extend({
  addAttributes: () => ({
    isHead: {
      default: false,
      parseHTML: (row: HTMLElement) => row.parentElement?.nodeName === 'THEAD' || row.hasAttribute('data-head'),
      renderHTML: ({ isHead }: Record<string, unknown>) => (isHead === true ? { 'data-head': '' } : {}),
    },
  }),
});

const Cell = TableCell.extend({
  addAttributes() {
    return { ...this.parent?.(), scope };
  },
});

const Header = TableHeader.extend({
  addAttributes() {
    return { ...this.parent?.(), scope };
  },
});

/** Tables come with imported or pasted text; they keep their heads and what the cells say of themselves. */
export const tableExtensions = [OpenTable.configure({ resizable: false }), Row, Header, Cell];
