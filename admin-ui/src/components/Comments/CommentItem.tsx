import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { answerComment, removeComment, reopenComment, resolveComment } from '@/api/comments';
import type { Comment, CommentAnswer } from '@/api/shapes';
import { Ask } from '@/components/Dialogs/Ask';
import { ActProblem } from '@/components/Problem/Problem';
import { when } from '@/time';
import styles from './Comments.module.css';

interface CommentItemProps {
  article: string;
  comment: Comment;
  show: (comment: Comment) => boolean;
  onChanged: () => Promise<unknown>;
}

const LONG = 160;
const shortened = (words: string): string => (words.length > LONG ? `${words.slice(0, LONG)}…` : words);

const nameOf = ({ person, author_name: named }: Pick<Comment, 'person' | 'author_name'>): string => person?.byline.name ?? named ?? 'Somebody';

/** One conversation: what it is about, what was said, and what can be done. */
export function CommentItem({ article, comment, show, onChanged }: CommentItemProps) {
  const [isGone, setGone] = useState(false);
  const [isAnswering, setAnswering] = useState(false);
  const [removing, setRemoving] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const isSettled = comment.resolved_at !== null;
  const act = async (run: () => Promise<unknown>) => {
    setError(null);
    try {
      await run();
    } catch (caught) {
      setError(caught);
    }
    await onChanged();
  };
  const who = nameOf(comment);
  return (
    <li className={styles.comment} aria-label={`Comment by ${who}`}>
      {comment.quote.trim() !== '' && (
        <button type="button" className={styles.quote} onClick={() => setGone(!show(comment))}>
          <span className="sr">Show in the text: </span>“{shortened(comment.quote.trim())}”
        </button>
      )}
      <p role="status">{isGone && <span className="hint">These words are not in the text any more.</span>}</p>
      <Said who={who} at={comment.at} body={comment.body} />
      {comment.answers.length > 0 && (
        <ul className={styles.answers}>
          {comment.answers.map((answer: CommentAnswer) => (
            <li key={answer.id} className={styles.comment}>
              <Said who={nameOf(answer)} at={answer.at} body={answer.body} />
              {answer.mine && (
                <button type="button" className="link bad" onClick={() => setRemoving(answer.id)}>
                  Take away<span className="sr"> your answer</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {error !== null && <ActProblem error={error} not="done" />}
      {isAnswering ? (
        <Answering
          onClose={() => setAnswering(false)}
          onSend={async (body) => {
            await answerComment(article, comment.id, body);
            setAnswering(false);
            await onChanged();
          }}
        />
      ) : (
        <div className={styles.acts}>
          {!isSettled && (
            <button type="button" className="link" onClick={() => setAnswering(true)}>
              Reply<span className="sr"> to {who}</span>
            </button>
          )}
          <button type="button" className="link" onClick={() => void act(() => (isSettled ? reopenComment(article, comment.id) : resolveComment(article, comment.id)))}>
            {isSettled ? 'Reopen' : 'Resolve'}
            <span className="sr"> the comment by {who}</span>
          </button>
          {comment.mine && comment.body !== null && (
            <button type="button" className="link bad" onClick={() => setRemoving(comment.id)}>
              Take away<span className="sr"> your comment</span>
            </button>
          )}
        </div>
      )}
      <Ask
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title="Take away what you wrote?"
        verb="Take away"
        back="Leave it"
        tone="bad"
        not="taken away"
        act={async () => {
          if (removing !== null) await removeComment(article, removing);
          await onChanged();
        }}
      >
        <p>The words are gone for good. Answers of others stay.</p>
      </Ask>
    </li>
  );
}

function Said({ who, at, body }: { who: string; at: string; body: string | null }) {
  return (
    <>
      <p>
        <strong>{who}</strong> <span className="muted small">{when(at)}</span>
      </p>
      {body === null ? <p className="muted">This comment was taken away.</p> : <p className={styles.body}>{body}</p>}
    </>
  );
}

function Answering({ onSend, onClose }: { onSend: (body: string) => Promise<void>; onClose: () => void }) {
  const [body, setBody] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async () => {
    if (body.trim() === '') return;
    setBusy(true);
    setError(null);
    try {
      await onSend(body);
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  };
  return (
    <form
      className="stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Textarea label="Your reply" autosize minRows={2} maxRows={8} ref={field} value={body} onChange={(event) => setBody(event.currentTarget.value)} />
      {error !== null && <ActProblem error={error} not="added" />}
      <div className="row">
        <Button size="xs" type="submit" loading={busy}>
          Reply
        </Button>
        <Button size="xs" onClick={onClose}>
          Back
        </Button>
      </div>
    </form>
  );
}
