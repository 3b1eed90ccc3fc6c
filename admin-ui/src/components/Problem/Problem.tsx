import { Button } from '@mantine/core';
import { useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { isProblem, Problem } from '@/api/problem';
import { Note } from '@/components/Panel/Panel';

/** Under this nothing is shown: most answers come sooner, and a flicker tells nobody anything. */
const QUIET_MS = 300;

interface LoadedProps<T> {
  query: UseQueryResult<T>;
  /** "your articles": what the sentences say is being loaded. */
  what: string;
  children: (data: T) => ReactNode;
}

/** The data, or one sentence about why it is not there yet. Text that can be read is never covered. */
export function Loaded<T>({ query, what, children }: LoadedProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <NotLoaded error={query.error} what={what} again={() => void query.refetch()} />;
  return <Waiting what={what} />;
}

export function Waiting({ what }: { what: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="muted" role="status">
      {late ? `Loading ${what}` : ''}
    </p>
  );
}

export function NotLoaded({ error, what, again }: { error: unknown; what: string; again: () => void }) {
  const client = useQueryClient();
  if (isProblem(error, 'signed_out')) {
    return (
      <Note
        tone="warn"
        title="You are signed out."
        actions={
          <Button size="xs" onClick={() => client.setQueryData(['session'], null)}>
            Sign in
          </Button>
        }
      >
        <p>Nothing is lost.</p>
      </Note>
    );
  }
  if (isProblem(error, 'not_allowed')) {
    return (
      <Note tone="warn" title="You cannot see this.">
        <p>{error.detail}</p>
      </Note>
    );
  }
  if (error instanceof Problem && error.status === 404) {
    return (
      <Note tone="warn" title="There is nothing here.">
        <p>{error.detail || 'It may have been moved, or it is not yours to see.'}</p>
      </Note>
    );
  }
  return (
    <Note
      tone="bad"
      title={`We could not load ${what}.`}
      actions={
        <Button size="xs" onClick={again}>
          Try again
        </Button>
      }
    >
      <p>The server did not answer. Nothing is lost.</p>
    </Note>
  );
}

interface ActProblemProps {
  error: unknown;
  /** "approved", "published": what has not been done. */
  not: string;
  actions?: ReactNode;
}

/** Why an act was not done: what happened, what is safe, what to do. */
export function ActProblem({ error, not, actions }: ActProblemProps) {
  const { tone, title, body, items } = explain(error, not);
  return (
    <Note tone={tone} title={title} actions={actions} alert>
      {body !== '' && <p>{body}</p>}
      {isProblem(error, 'signed_out') && (
        <p>
          <a href="/admin/" target="_blank" rel="noreferrer">
            Sign in in another window
          </a>
        </p>
      )}
      {items.length > 0 && (
        <ul className="stack-s">
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
    </Note>
  );
}

interface Explained {
  tone: 'warn' | 'bad';
  title: string;
  body: string;
  items: string[];
}

export function explain(error: unknown, not: string): Explained {
  if (!(error instanceof Problem)) {
    return { tone: 'bad', title: 'The server did not answer.', body: `We do not know whether it was ${not}. Load the page again to see.`, items: [] };
  }
  const items = error.errors.map((e) => e.detail).filter((detail) => detail !== error.detail);
  switch (error.code) {
    case 'stale':
    case 'stale_digest':
      return {
        tone: 'warn',
        title: 'The text changed since you opened it.',
        body: `You have not ${not} anything. Read what changed, then decide.`,
        items: [],
      };
    case 'failed_checks':
      return { tone: 'bad', title: `It cannot be ${not} yet.`, body: items.length > 0 ? '' : error.detail, items };
    case 'wrong_state':
    case 'conflict':
      return { tone: 'warn', title: 'That is no longer possible.', body: error.detail, items };
    case 'not_allowed':
      return { tone: 'warn', title: 'You cannot do this one.', body: error.detail, items };
    case 'already_signed':
      return { tone: 'warn', title: 'You have already signed.', body: 'There is nothing left to do.', items: [] };
    case 'signed_out':
      return { tone: 'warn', title: 'You are signed out.', body: `Nothing was ${not}. Sign in, then repeat it here.`, items: [] };
    case 'too_many_tries':
      return { tone: 'bad', title: 'Too many tries.', body: error.detail || waitFor(error.retryAfter), items };
    default:
      return { tone: 'bad', title: error.detail || `It was not ${not}.`, body: '', items };
  }
}

function waitFor(seconds: number | null): string {
  if (seconds === null) return 'Please wait a while.';
  const minutes = Math.ceil(seconds / 60);
  return `Please wait ${minutes === 1 ? '1 minute' : `${minutes} minutes`}.`;
}
