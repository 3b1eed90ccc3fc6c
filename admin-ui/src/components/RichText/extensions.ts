import { Extension, Mark, type Editor } from '@tiptap/core';
import { Link } from '@tiptap/extension-link';
import { ListItem } from '@tiptap/extension-list';
import { Subscript } from '@tiptap/extension-subscript';
import { Superscript } from '@tiptap/extension-superscript';
import StarterKit from '@tiptap/starter-kit';
import { tableExtensions } from './table';
import { isCitation } from './cite/citations';
import { choosePictures } from './picture/addPictures';
import { Figure } from './picture/Figure';
import { insertTable, tableTools } from './tables';
import { Typing } from './typing';

/** Tab leaves the text, so that nobody is caught in it; lists are nested with Ctrl+] and Ctrl+[. */
const OpenListItem = ListItem.extend({
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      'Mod-]': () => this.editor.commands.sinkListItem(this.name),
      'Mod-[': () => this.editor.commands.liftListItem(this.name),
    };
  },
});

/** Marks without a button of their own: they come with imported or pasted text and stay in it. */
const quiet = ['q', 'cite', 'abbr'].map((tag) =>
  Mark.create({
    name: tag,
    inclusive: false,
    addAttributes: () => (tag === 'abbr' ? { title: { default: null } } : {}),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  }),
);

/** What keys in the text ask of the screen round it; a screen that cannot do one leaves it out. */
export interface TextKeys {
  onTools: () => void;
  onLink: () => void;
  onSave: () => void;
  onFind?: () => void;
  onLook?: () => void;
  onCount?: () => void;
  onCite?: () => void;
  onComment?: () => void;
}

const NO_KEYS: TextKeys = { onTools: () => undefined, onLink: () => undefined, onSave: () => undefined };

declare module '@tiptap/core' {
  interface Storage {
    ourKeys: { keys: TextKeys };
  }
}

/** Gives the editor the acts of the screen it stands in. */
export function giveKeys(editor: Editor, keys: TextKeys): void {
  editor.storage.ourKeys.keys = keys;
}

/** What is typed after a link is not part of it. */
const EndingLink = Link.extend({ inclusive: () => false });

/** Exactly what a signed text may be made of, and nothing that would be dropped later. */
export const textExtensions = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    strike: false,
    underline: false,
    listItem: false,
    trailingNode: false,
    link: false,
  }),
  EndingLink.configure({
    openOnClick: false,
    autolink: true,
    linkOnPaste: true,
    defaultProtocol: 'https',
    isAllowedUri: (url) => /^(https?:\/\/|mailto:|tel:)/i.test(url) || isCitation(url),
    HTMLAttributes: { target: null, rel: null, class: null },
  }),
  OpenListItem,
  ...quiet,
  Subscript,
  Superscript,
  ...tableExtensions,
  Figure,
  Typing,
  Extension.create<object, { keys: TextKeys }>({
    name: 'ourKeys',
    addStorage() {
      return { keys: NO_KEYS };
    },
    addKeyboardShortcuts() {
      const run = (act: keyof TextKeys) => () => {
        const asked = this.storage.keys[act];
        asked?.();
        return asked !== undefined;
      };
      return {
        'Alt-F10': run('onTools'),
        'Mod-k': run('onLink'),
        'Mod-s': run('onSave'),
        'Mod-f': run('onFind'),
        'Mod-p': run('onLook'),
        'Ctrl-Alt-w': run('onCount'),
        'Ctrl-Alt-r': run('onCite'),
        'Ctrl-Alt-m': run('onComment'),
      };
    },
  }),
];

/** What the buttons of the toolbar do, by the words on them. */
export interface Tool {
  label: string;
  title: string;
  isOn?: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
}

export const tools: (Tool | 'link' | 'find' | 'cite' | 'comment' | null)[] = [
  { label: 'Bold', title: 'Bold (Ctrl+B)', isOn: (e) => e.isActive('bold'), run: (e) => e.chain().focus().toggleBold().run() },
  { label: 'Italic', title: 'Italic (Ctrl+I)', isOn: (e) => e.isActive('italic'), run: (e) => e.chain().focus().toggleItalic().run() },
  null,
  {
    label: 'Heading',
    title: 'Heading (Ctrl+Alt+2)',
    isOn: (e) => e.isActive('heading', { level: 2 }),
    run: (e) => e.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    label: 'Subheading',
    title: 'Heading below a heading (Ctrl+Alt+3)',
    isOn: (e) => e.isActive('heading', { level: 3 }),
    run: (e) => e.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  { label: 'List', title: 'List (Ctrl+Shift+8)', isOn: (e) => e.isActive('bulletList'), run: (e) => e.chain().focus().toggleBulletList().run() },
  {
    label: '1. 2. 3.',
    title: 'Numbered list (Ctrl+Shift+7)',
    isOn: (e) => e.isActive('orderedList'),
    run: (e) => e.chain().focus().toggleOrderedList().run(),
  },
  { label: 'Quote', title: 'Quotation (Ctrl+Shift+B)', isOn: (e) => e.isActive('blockquote'), run: (e) => e.chain().focus().toggleBlockquote().run() },
  null,
  'link',
  'cite',
  { label: 'Picture', title: 'Picture with its description', run: choosePictures },
  { label: 'Table', title: 'Table with a head', run: (e) => e.chain().focus().command(insertTable).run() },
  'find',
  'comment',
  null,
  { label: 'Undo', title: 'Undo (Ctrl+Z)', run: (e) => e.chain().focus().undo().run() },
  { label: 'Redo', title: 'Redo (Ctrl+Shift+Z)', run: (e) => e.chain().focus().redo().run() },
];

/** Beside them while the cursor stands in a table. */
export const toolsOfTable: Tool[] = tableTools.map(({ label, act }) => ({
  label,
  title: `${label}, in this table`,
  run: (e) => act(e.chain().focus()).run(),
}));
