import { useEditorState, type Editor } from '@tiptap/react';
import { putAway, takeAsMarkdown } from './Paste';
import { pastedIn } from './told';
import styles from '../RichText.module.css';

/** A quiet line below the text after a paste: what did not come along, and whether to take Markdown as it was meant. */
export function PasteNote({ editor }: { editor: Editor }) {
  const pasted = useEditorState({ editor, selector: ({ editor: e }) => pastedIn(e.state) });
  return (
    <div role="status" className={pasted === null ? 'sr' : styles.note}>
      {pasted !== null && (
        <>
          <p>
            {pasted.told.length > 0 && `${pasted.told.join(' ')} `}
            {pasted.markdown !== null && 'These words look like Markdown.'}
          </p>
          <div className="row">
            {pasted.markdown !== null && (
              <button type="button" className="link" onClick={() => void takeAsMarkdown(editor)}>
                Format them
              </button>
            )}
            <button
              type="button"
              className="link"
              onClick={() => {
                putAway(editor);
                editor.view.focus();
              }}
            >
              {pasted.markdown === null ? 'Close' : 'Leave them as they are'}
            </button>
          </div>
        </>
      )}
    </div>
  );
}
