import { Link } from '@tanstack/react-router';
import type { Article } from '@/api/shapes';
import { Note } from '@/components/Panel/Panel';
import { names } from '@/words';
import type { Released } from './dialog';

interface SecondPersonNoteProps {
  article: Article;
  released: Released | null;
}

/** Why this editor is not offered "Approve", and who is. */
export function SecondPersonNote({ article, released }: SecondPersonNoteProps) {
  const second = released?.signatures.second_person ?? null;
  const isWanted = released?.signatures.missing.some((part) => part.what === 'approval') === true;
  if (article.candidate?.state !== 'proof_out' || second === null || second.refused === null || !isWanted) return null;
  return (
    <Note tone="warn" title="You cannot approve this one.">
      <p>{second.refused.replace('You cannot approve this one. ', '')}</p>
      {second.others.length > 0 ? (
        <p>
          {names(second.others)} can approve it.
        </p>
      ) : (
        <p>
          No other editor here can approve it now. An owner can invite one under <Link to="/people">People</Link>.
        </p>
      )}
    </Note>
  );
}
