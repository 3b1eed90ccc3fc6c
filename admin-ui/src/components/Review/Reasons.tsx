import { Button } from '@mantine/core';
import type { Article, HistoryItem } from '@/api/shapes';
import { Note } from '@/components/Panel/Panel';
import { useMe } from '@/session';
import { moment } from '@/time';
import { wordsTo } from '@/words';
import { objection, withdrawalAsked } from './lately';

interface ReasonsProps {
  article: Article;
  history: readonly HistoryItem[];
  onAgree: () => void;
}

/** What stands in the way, said instead of a greyed button. */
export function Reasons({ article, history, onAgree }: ReasonsProps) {
  const me = useMe();
  const { candidate } = article;
  const wrong = candidate?.state === 'in_review' ? objection(history) : null;
  const asked = article.public.state === 'live' || article.public.state === 'under_concern' ? withdrawalAsked(history) : null;
  return (
    <>
      {asked !== null && (
        <Note
          tone="warn"
          title={asked.by?.id === me.id ? 'You asked to take it off the site.' : `${asked.by?.byline.name ?? 'Somebody'} asks to take it off the site.`}
          actions={
            asked.by?.id !== me.id &&
            article.may.includes('withdraw') && (
              <Button size="xs" onClick={onAgree}>
                Agree…
              </Button>
            )
          }
        >
          <p>{asked.by?.id === me.id ? 'A second person has to agree. Until then it stays live.' : `Asked on ${moment(asked.at)}. You can be the second person.`}</p>
        </Note>
      )}
      {candidate?.state === 'proof_out' && article.mine && !article.may.includes('approve') && (
        <Note tone="warn" title="You cannot approve this one.">
          <p>You are one of its authors. Another editor has to be the second person.</p>
        </Note>
      )}
      {wrong !== null && (
        <Note tone="warn" title={`${wrong.by?.byline.name ?? 'A contributor'} says that something is wrong.`}>
          {article.objection !== null && article.objection.message !== '' && <p>“{article.objection.message}”</p>}
          {article.objection?.never === true && <p>{article.objection.by.byline.name} does not want it published under this name at all.</p>}
          <p>Said on {moment(wrong.at)}. The text stops until it is answered.</p>
        </Note>
      )}
      {(candidate?.state === 'changes_requested' || candidate?.state === 'declined') && (
        <Note title={candidate.state === 'declined' ? `Declined: ${candidate.reason ?? ''}` : 'Changes were asked for.'}>
          {wordsTo(candidate) !== '' && <p>“{wordsTo(candidate)}”</p>}
        </Note>
      )}
    </>
  );
}
