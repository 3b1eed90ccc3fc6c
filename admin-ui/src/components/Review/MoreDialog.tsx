import { Button, Modal } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { revise } from '@/api/signing';
import type { Act, JointAct } from '@/api/shapes';
import { toast } from '@/components/Dialogs/toast';
import { canBeShown } from '@/components/Previews/canBeShown';
import { explain } from '@/components/Problem/Problem';
import { count } from '@/words';
import type { ReviewDialog, ReviewDialogProps } from './dialog';

interface MoreDialogProps extends ReviewDialogProps {
  /** What waits for a second person. */
  joint: JointAct | null;
  onOpen: (dialog: ReviewDialog) => void;
}

/** What is done seldom, and what must not be done by a slip. */
export function MoreDialog({ opened, article, released, joint, onClose, onDone, onOpen }: MoreDialogProps) {
  const may = new Set(article.may);
  const isOut = released !== null;
  const missing = released?.signatures.missing.length ?? 0;
  const isAmendment = joint?.act === 'amend';
  const params = { id: article.id };
  const live = article.public.state === 'live' || article.public.state === 'under_concern';
  const run = (act: () => Promise<unknown>, done: string, not: string) => async () => {
    try {
      await act();
      toast(done);
    } catch (error) {
      const { title, body } = explain(error, not);
      toast(`${title} ${body}`, 'bad');
    }
    onClose();
    await onDone();
  };
  return (
    <Modal opened={opened} onClose={onClose} title="More">
      <div className="stack">
        <ul className="stack-s">
          {may.has('edit') && isAmendment && (
            <Item hint={isOut ? 'calls the proof back' : ''}>
              <Link to="/articles/$id/edit" params={params}>
                Edit the text
              </Link>
            </Item>
          )}
          {article.candidate !== null && (
            <Item>
              {isOut ? (
                <Link to="/articles/$id/proof" params={params}>
                  See as a reader
                </Link>
              ) : (
                <Link to="/articles/$id/page" params={params} search={{ from: 'review' }}>
                  See as a reader
                </Link>
              )}
            </Item>
          )}
          {canBeShown(article) && (
            <Item hint="for somebody without an account">
              <button type="button" className="link" onClick={() => onOpen('preview')}>
                Preview link
              </button>
            </Item>
          )}
          <Item>
            <Link to="/articles/$id/history" params={params}>
              History
            </Link>
          </Item>
          {live && article.public.url !== null && (
            <Item>
              <a href={article.public.url}>See it on the site</a>
            </Item>
          )}
          {isOut && !isAmendment && missing > 0 && (
            <Item hint={`not yet: ${count(missing, 'thing is', 'things are')} missing`}>
              <span>Publish</span>
            </Item>
          )}
          {may.has('revise') && (
            <Item hint="readers keep seeing the present one">
              <button type="button" className="link" onClick={() => void run(() => revise(article.id), 'A new version is begun.', 'begun')()}>
                Begin a new version
              </button>
            </Item>
          )}
        </ul>
        {GRAVE.some((act) => may.has(act)) && <hr />}
        <Grave may={may.has('amend')} label="Amend without the author…" hint="asks for the kind of change and a second editor" go={() => onOpen('amend')} />
        <Grave may={may.has('decline')} label="Decline…" hint="asks for a reason, which the authors read" go={() => onOpen('decline')} />
        <Grave
          may={may.has('withdraw') && live && joint?.act !== 'withdraw'}
          label="Take off the site…"
          hint="asks for a printed reason and a second person"
          go={() => onOpen('withdraw')}
        />
        <Grave may={may.has('erase') && joint?.act !== 'erase'} label="Erase…" hint="for good: asks for a reason and a second person" go={() => onOpen('erase')} />
        {joint !== null && <Grave may label={AGREE[joint.act]} hint="as the second person" go={() => onOpen('agree')} />}
        <div className="ends">
          <Button onClick={onClose}>Close</Button>
        </div>
      </div>
    </Modal>
  );
}

const GRAVE: Act[] = ['amend', 'decline', 'withdraw', 'erase'];
const AGREE = { withdraw: 'Agree to take it off…', amend: 'Sign the amendment…', erase: 'Agree to erase it…' };

interface GraveProps {
  may: boolean;
  label: string;
  hint: string;
  go: () => void;
}

/** What must not be done by a slip: it asks first. */
function Grave({ may, label, hint, go }: GraveProps) {
  if (!may) return null;
  return (
    <p>
      <button type="button" className="link bad" onClick={go}>
        {label}
      </button>{' '}
      <span className="hint">{hint}</span>
    </p>
  );
}

function Item({ hint = '', children }: { hint?: string; children: ReactNode }) {
  return (
    <li>
      {children} {hint !== '' && <span className="hint">{hint}</span>}
    </li>
  );
}
