import '@mantine/tiptap/styles.layer.css';
import { RichTextEditor } from '@mantine/tiptap';
import { Placeholder } from '@tiptap/extensions';
import { useEditor, type Editor } from '@tiptap/react';
import { useEffect, useId, useRef } from 'react';
import type { Picture } from '@/saving/sectionText';
import { proseStyles } from '@/components/Prose/Prose';
import { emit } from './emit';
import { giveKeys, textExtensions, type TextKeys } from './extensions';
import { Search } from './find/search';
import { Paste } from './paste/Paste';
import { PasteNote } from './paste/PasteNote';
import { withFacts } from './picture/inText';
import { PictureDialog } from './picture/PictureDialog';
import styles from './RichText.module.css';
import { Slash } from './slash/Slash';
import { SlashMenu } from './slash/SlashMenu';

interface RichTextProps {
  /** The text that stands there; a value that did not come from typing replaces what is shown. */
  html: string;
  /** What is said of the pictures in it. */
  pictures: readonly Picture[];
  label: string;
  /** The language it is written in, for spelling and for screen readers. */
  language: string;
  keys: TextKeys;
  onChange: (html: string, pictures: Picture[]) => void;
  onFocus: (editor: Editor) => void;
  /** Somebody else writes it: it can be read, and takes no words. */
  isReadOnly?: boolean;
  id?: string;
}

const editorExtensions = [
  ...textExtensions,
  Placeholder.configure({ placeholder: 'Write here. A slash (/) puts in headings, lists, tables and links.' }),
  Slash,
  Search,
  Paste,
];

/** Room above and below the cursor for the bars that stay where they are while the text moves. */
const CLEAR_OF_BARS = { top: 150, bottom: 110, left: 0, right: 0 };

/** The body of one section. The byline above it is printed by the system and cannot be typed over. */
export function RichText({ html, pictures, label, language, keys, onChange, onFocus, isReadOnly = false, id }: RichTextProps) {
  // A text is another one when something else is said of its pictures.
  const shown = withFacts(html, pictures);
  const emitted = useRef(shown);
  const hint = useId();
  const editor = useEditor({
    extensions: editorExtensions,
    content: shown,
    shouldRerenderOnTransaction: false,
    // Signs of Markdown in pasted words are offered as format, not taken for it.
    enablePasteRules: ['link'],
    editorProps: {
      scrollMargin: CLEAR_OF_BARS,
      scrollThreshold: CLEAR_OF_BARS,
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'aria-describedby': hint,
        lang: language,
        spellcheck: 'true',
        class: [proseStyles.prose, styles.body].join(' '),
        ...(id === undefined ? {} : { id }),
      },
    },
    onUpdate: ({ editor: changed }) => {
      const typed = emit(changed.getHTML());
      emitted.current = withFacts(typed.html, typed.pictures);
      onChange(typed.html, typed.pictures);
    },
    onFocus: ({ editor: focused }) => onFocus(focused),
  });
  useEffect(() => giveKeys(editor, keys), [editor, keys]);
  useEffect(() => {
    editor.setEditable(!isReadOnly, false);
    if (isReadOnly) editor.view.dom.setAttribute('aria-readonly', 'true');
    else editor.view.dom.removeAttribute('aria-readonly');
  }, [editor, isReadOnly]);
  useEffect(() => {
    if (shown === emitted.current) return;
    emitted.current = shown;
    editor.commands.setContent(shown, { emitUpdate: false });
  }, [editor, shown]);
  return (
    <>
      <RichTextEditor editor={editor} withTypographyStyles={false} withCodeHighlightStyles={false} className={styles.root}>
        <RichTextEditor.Content className={styles.content} />
      </RichTextEditor>
      <span id={hint} className="sr">
        A slash puts in headings, lists, tables and links. Alt F10 goes to the tools, Tab leaves the text.
      </span>
      <PasteNote editor={editor} />
      <SlashMenu editor={editor} />
      <PictureDialog editor={editor} />
    </>
  );
}
