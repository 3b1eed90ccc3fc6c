import '@mantine/tiptap/styles.layer.css';
import { RichTextEditor } from '@mantine/tiptap';
import { Placeholder } from '@tiptap/extensions';
import { useEditor, type Editor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { proseStyles } from '@/components/Prose/Prose';
import { emit } from './emit';
import { giveKeys, textExtensions, type TextKeys } from './extensions';
import styles from './RichText.module.css';

interface RichTextProps {
  /** The text that stands there; a value that did not come from typing replaces what is shown. */
  html: string;
  label: string;
  keys: TextKeys;
  onChange: (html: string) => void;
  onFocus: (editor: Editor) => void;
  id?: string;
}

const editorExtensions = [...textExtensions, Placeholder.configure({ placeholder: 'Write here' })];

/** The body of one section. The byline above it is printed by the system and cannot be typed over. */
export function RichText({ html, label, keys, onChange, onFocus, id }: RichTextProps) {
  const emitted = useRef(html);
  const editor = useEditor({
    extensions: editorExtensions,
    content: html,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,

        spellcheck: 'true',
        class: [proseStyles.prose, styles.body].join(' '),
        ...(id === undefined ? {} : { id }),
      },
    },
    onUpdate: ({ editor: changed }) => {
      emitted.current = emit(changed.getHTML());
      onChange(emitted.current);
    },
    onFocus: ({ editor: focused }) => onFocus(focused),
  });
  useEffect(() => giveKeys(editor, keys), [editor, keys]);
  useEffect(() => {
    if (html === emitted.current) return;
    emitted.current = html;
    editor.commands.setContent(html, { emitUpdate: false });
  }, [editor, html]);
  return (
    <RichTextEditor editor={editor} withTypographyStyles={false} withCodeHighlightStyles={false} className={styles.root}>
      <RichTextEditor.Content className={styles.content} />
    </RichTextEditor>
  );
}
