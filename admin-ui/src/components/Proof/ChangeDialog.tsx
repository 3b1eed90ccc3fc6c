import { Button, Modal } from '@mantine/core';
import { ProseBox } from '@/components/Prose/Prose';
import type { NumberedChange } from './changes';

interface ChangeDialogProps {
  found: NumberedChange | null;
  total: number;
  isBack: boolean;
  onClose: () => void;
  onPutBack: (key: string, back: boolean) => void;
}

/** One change, both wordings, and the choice between them. */
export function ChangeDialog({ found, total, isBack, onClose, onPutBack }: ChangeDialogProps) {
  return (
    <Modal opened={found !== null} onClose={onClose} title={found === null ? '' : `Change ${found.number} of ${total}`}>
      {found !== null && (
        <div className="stack">
          <dl className="stack-s">
            <dt className="hint">You wrote</dt>
            <dd>
              <ProseBox>{found.change.before || <span className="muted">nothing here</span>}</ProseBox>
            </dd>
            <dt className="hint">The editors wrote</dt>
            <dd>
              <ProseBox>{found.change.after || <span className="muted">nothing here</span>}</ProseBox>
            </dd>
          </dl>
          <p className="hint">If you put your words back, an editor reads them once more before anything is published.</p>
          <div className="ends">
            {isBack ? (
              <>
                <Button onClick={() => onPutBack(found.key, false)}>Take the edited words</Button>
                <Button onClick={onClose}>Keep my words</Button>
              </>
            ) : (
              <>
                <Button onClick={onClose}>Leave it</Button>
                <Button onClick={() => onPutBack(found.key, true)}>Put my words back</Button>
              </>
            )}
          </div>
        </div>
      )}
    </Modal>
  );
}
