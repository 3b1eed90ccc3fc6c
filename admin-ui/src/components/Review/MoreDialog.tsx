import { Button, Modal } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { revise } from '@/api/signing';
import { toast } from '@/components/Dialogs/toast';
import { explain } from '@/components/Problem/Problem';
import { count } from '@/words';
import type { ReviewDialog, ReviewDialogProps } from './dialog';
import { withdrawalAsked } from './lately';

interface MoreDialogProps extends ReviewDialogProps {
  onOpen: (dialog: ReviewDialog) => void;
}

/** What is done seldom, and what must not be done by a slip. */
export function MoreDialog({ opened, article, released, history, onClose, onDone, onOpen }: MoreDialogProps) {
  const may = new Set(article.may);
  const isOut = released !== null;
  const missing = released?.signatures.missing.length ?? 0;
  const isAsked = withdrawalAsked(history) !== null;
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
          {may.has('edit') && (
            <Item hint={isOut ? 'calls the proof back' : ''}>
              <Link to="/articles/$id/edit" params={params}>
                Edit the text
              </Link>
            </Item>
          )}
          {isOut && (
            <Item>
              <Link to="/articles/$id/proof" params={params}>
                See as a reader
              </Link>
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
          {isOut && missing > 0 && (
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
        {(may.has('decline') || may.has('withdraw')) && <hr />}
        {may.has('decline') && (
          <p>
            <button type="button" className="link bad" onClick={() => onOpen('decline')}>
              Decline…
            </button>{' '}
            <span className="hint">asks for a reason, which the authors read</span>
          </p>
        )}
        {may.has('withdraw') && live && (
          <>
            <p>
              <button type="button" className="link bad" onClick={() => onOpen('withdraw')}>
                Take off the site…
              </button>{' '}
              <span className="hint">asks for a printed reason and a second person</span>
            </p>
            {isAsked && (
              <p>
                <button type="button" className="link bad" onClick={() => onOpen('agree')}>
                  Agree to take it off…
                </button>
              </p>
            )}
          </>
        )}
        <div className="ends">
          <Button onClick={onClose}>Close</Button>
        </div>
      </div>
    </Modal>
  );
}

function Item({ hint = '', children }: { hint?: string; children: ReactNode }) {
  return (
    <li>
      {children} {hint !== '' && <span className="hint">{hint}</span>}
    </li>
  );
}
