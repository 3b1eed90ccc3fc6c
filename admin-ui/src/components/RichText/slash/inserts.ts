import type { Editor, Range } from '@tiptap/core';
import { choosePictures } from '../picture/addPictures';
import { insertTable, inTable, tableTools } from '../tables';

/** What the menu behind a slash puts into the text. */
export interface Insert {
  label: string;
  /** What it is for, or how it is typed without the menu. */
  hint: string;
  /** Other words by which one looks for it. */
  also: string;
  /** The slash and what was typed after it are taken out first. */
  run: (editor: Editor, typed: Range) => void;
}

const turn = (act: (chain: ReturnType<Editor['chain']>) => ReturnType<Editor['chain']>): Insert['run'] => (editor, typed) => {
  act(editor.chain().focus().deleteRange(typed)).run();
};

const general: Insert[] = [
  { label: 'Heading', hint: '## and a space', also: 'title h2 section', run: turn((c) => c.setNode('heading', { level: 2 })) },
  { label: 'Subheading', hint: '### and a space', also: 'heading h3', run: turn((c) => c.setNode('heading', { level: 3 })) },
  { label: 'Small heading', hint: '#### and a space', also: 'heading h4', run: turn((c) => c.setNode('heading', { level: 4 })) },
  { label: 'Plain text', hint: 'no heading, no list', also: 'paragraph normal words', run: turn((c) => c.clearNodes()) },
  { label: 'List', hint: '- and a space', also: 'bullets points ul', run: turn((c) => c.toggleBulletList()) },
  { label: 'Numbered list', hint: '1. and a space', also: 'steps order ol 123', run: turn((c) => c.toggleOrderedList()) },
  { label: 'Quotation', hint: '> and a space', also: 'quote blockquote said', run: turn((c) => c.toggleBlockquote()) },
  { label: 'Line', hint: 'three dashes', also: 'rule divider separator hr break', run: turn((c) => c.setHorizontalRule()) },
  {
    label: 'Link',
    hint: 'to a page, a letter, a telephone',
    also: 'url address web mail',
    run: (editor, typed) => {
      editor.chain().focus().deleteRange(typed).run();
      editor.storage.ourKeys.keys.onLink();
    },
  },
];

const beside: Insert[] = [
  {
    label: 'Picture',
    hint: 'JPEG, PNG or WebP',
    also: 'image photo figure',
    run: (editor, typed) => {
      editor.chain().focus().deleteRange(typed).run();
      choosePictures(editor);
    },
  },
  {
    label: 'Citation',
    hint: 'of a work in the references',
    also: 'cite reference source',
    run: (editor, typed) => {
      editor.chain().focus().deleteRange(typed).run();
      editor.storage.ourKeys.keys.onCite?.();
    },
  },
];

const table: Insert = { label: 'Table', hint: 'three rows, two columns', also: 'grid rows columns', run: turn((c) => c.command(insertTable)) };

const ofTable: Insert[] = tableTools.map(({ label, act }) => ({ label, hint: 'of this table', also: 'table row column cell', run: turn(act) }));

/** What is offered where the cursor stands, for what was typed after the slash; the best match first. */
export function insertsFor(editor: Editor, query: string): Insert[] {
  const cites = editor.storage.ourKeys.keys.onCite !== undefined;
  const own = beside.filter((one) => cites || one.label !== 'Citation');
  const offered = inTable(editor) ? [...ofTable, ...general, ...own] : [...general.slice(0, 7), table, ...general.slice(7), ...own];
  const wanted = query.toLowerCase();
  if (wanted === '') return offered;
  const rank = ({ label, also }: Insert) => {
    if (label.toLowerCase().startsWith(wanted)) return 0;
    return `${label} ${also}`.toLowerCase().split(' ').some((word) => word.startsWith(wanted)) ? 1 : 2;
  };
  return offered.filter((one) => rank(one) < 2).sort((a, b) => rank(a) - rank(b));
}
