import { Button, Modal } from '@mantine/core';
import type { Change } from '@/api/shapes';
import { ProseBox } from '@/components/Prose/Prose';

interface ChangeDialogProps {
  change: Change | null;
  total: number;
  isBack: boolean;
  onClose: () => void;
  onPutBack: (number: number, back: boolean) => void;
}

/** One change, both wordings, and the choice between them. */
export function ChangeDialog({ change, total, isBack, onClose, onPutBack }: ChangeDialogProps) {
  return (
    <Modal opened={change !== null} onClose={onClose} title={change === null ? '' : `Change ${change.number} of ${total}`}>
      {change !== null && (
        <div className="stack">
          <dl className="stack-s">
            <dt className="hint">You wrote</dt>
            <dd>
              <ProseBox>{change.before || <span className="muted">nothing here</span>}</ProseBox>
            </dd>
            <dt className="hint">The editors wrote</dt>
            <dd>
              <ProseBox>{change.after || <span className="muted">nothing here</span>}</ProseBox>
            </dd>
          </dl>
          <p className="hint">If you put your words back, an editor reads them once more before anything is published.</p>
          <div className="ends">
            {isBack ? (
              <>
                <Button onClick={() => onPutBack(change.number, false)}>Take the edited words</Button>
                <Button onClick={onClose}>Keep my words</Button>
              </>
            ) : (
              <>
                <Button onClick={onClose}>Leave it</Button>
                <Button onClick={() => onPutBack(change.number, true)}>Put my words back</Button>
              </>
            )}
          </div>
        </div>
      )}
    </Modal>
  );
}
