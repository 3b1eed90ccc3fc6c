import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ArticleRow } from '@/api/shapes';
import { State } from '@/components/State/State';
import { useMe } from '@/session';
import { date, fullDate, when } from '@/time';
import { authorState, isAmendment, list, titleOf, wordsTo } from '@/words';
import styles from './Mine.module.css';

interface MineRowProps {
  row: ArticleRow;
  onTakeBack?: ((row: ArticleRow) => void) | undefined;
}

/** One article of an author: what it is, where it stands, since when. */
export function MineRow({ row, onTakeBack }: MineRowProps) {
  const me = useMe();
  const words = authorState(row, me.id);
  const waitsForMe = row.candidate?.state === 'proof_out' && row.waiting_for.some((p) => p.id === me.id);
  const title = titleOf(row);
  return (
    <div className={styles.mine}>
      <div>
        <Link className={styles.title} to={waitsForMe ? '/articles/$id/proof' : '/articles/$id'} params={{ id: row.id }}>
          {title}
        </Link>
        <p className="muted small">
          <About row={row} me={me.byline.name} />{' '}
          {onTakeBack !== undefined && (row.candidate?.state === 'submitted' || row.candidate?.state === 'in_review') && (
            <button type="button" className="link" onClick={() => onTakeBack(row)}>
              Take it back<span className="sr">: {title}</span>
            </button>
          )}
        </p>
      </div>
      <div>
        <State {...words} />
      </div>
      <div className={`${styles.when ?? ''} num`}>{sinceWords(row)}</div>
    </div>
  );
}

function About({ row, me }: { row: ArticleRow; me: string }): ReactNode {
  const others = row.bylines.map((b) => b.name).filter((name) => name !== me);
  const together = others.length === 0 ? '' : ` With ${list(others)}.`;
  if (isAmendment(row)) return 'The editors propose a change. Nothing for you to do.';
  switch (row.candidate?.state) {
    case 'draft':
      return `Yours to finish; nobody is waiting.${together}`;
    case 'submitted':
      return `Nobody has begun to read it. Nothing for you to do.${together}`;
    case 'in_review':
      return `${row.editor?.byline.name ?? 'An editor'} is reading it. Nothing for you to do.`;
    case 'changes_requested':
      return `Yours to change, then submit again.${together}`;
    case 'declined': {
      const said = wordsTo(row.candidate);
      return said === '' ? 'The editors declined it.' : `${row.candidate.by?.byline.name ?? 'The editors'}: “${said}”`;
    }
    case 'proof_out':
    case 'approved':
      return together.trim();
    default:
      return row.public.state === 'live' && row.public.url !== null ? (
        <a href={row.public.url}>
          See it<span className="sr">: {titleOf(row)}</span>
        </a>
      ) : (
        (row.public.reason ?? '')
      );
  }
}

function sinceWords(row: ArticleRow): string {
  if (row.candidate === null) return row.public.since === null ? '' : `since ${fullDate(row.public.since)}`;
  if (row.candidate.state === 'draft') return `saved ${when(row.updated_at)}`;
  const since = row.candidate.since ?? row.updated_at;
  return row.candidate.state === 'declined' ? fullDate(since) : `since ${date(since)}`;
}
