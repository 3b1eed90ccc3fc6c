import { Button, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { checkReferences } from '@/api/references';
import { ActProblem } from '@/components/Problem/Problem';
import { cite } from '@/components/RichText/cite/citations';
import type { Work } from '@/saving/sectionText';
import { PHONE } from '@/theme';
import { printed } from './printed';
import styles from './References.module.css';

interface CiteDialogProps {
  /** The text in which something is cited; nothing is asked without. */
  editor: Editor | null;
  works: readonly Work[];
  onClose: () => void;
}

/** Which work the chosen words rest on. Where none are chosen, the work's short name is put in. */
export function CiteDialog({ editor, works, onClose }: CiteDialogProps) {
  const isPhone = useMediaQuery(PHONE);
  const [error, setError] = useState<unknown>(null);
  const close = () => {
    setError(null);
    onClose();
    editor?.commands.focus();
  };
  const choose = async (work: Work) => {
    if (editor === null) return;
    setError(null);
    try {
      const needsWords = editor.state.selection.empty;
      const [checked] = needsWords ? await checkReferences([work]) : [undefined];
      close();
      cite(editor, work.id, checked?.citation ?? '');
    } catch (caught) {
      setError(caught);
    }
  };
  const isCited = editor?.isActive('link') === true && String(editor.getAttributes('link').href).startsWith('#ref-');
  return (
    <Modal opened={editor !== null} onClose={close} returnFocus={false} title="Cite a reference" fullScreen={isPhone} size="lg">
      <div className="stack">
        {works.length === 0 ? (
          <p>There are no references yet. Add one below the text first; then it can be cited here.</p>
        ) : (
          <>
            <p className="hint">
              {editor?.state.selection.empty === true ? 'No words are chosen: the short name of the work is put in.' : 'The chosen words will lead readers to the work.'}
            </p>
            <div className={styles.choices}>
              {works.map((work) => (
                <button key={work.id} type="button" className={styles.choice} onClick={() => void choose(work)}>
                  {printed(work)}
                </button>
              ))}
            </div>
          </>
        )}
        {error !== null && <ActProblem error={error} not="cited" />}
        <div className="ends">
          {isCited && (
            <Button
              onClick={() => {
                close();
                editor.chain().focus().extendMarkRange('link').unsetLink().run();
              }}
            >
              Take this citation out
            </Button>
          )}
          <Button onClick={close}>Back</Button>
        </div>
      </div>
    </Modal>
  );
}
