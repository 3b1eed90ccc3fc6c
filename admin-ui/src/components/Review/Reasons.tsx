import { Button } from '@mantine/core';
import type { Article, HistoryItem, JointAct } from '@/api/shapes';
import { Note } from '@/components/Panel/Panel';
import { useMe } from '@/session';
import { moment } from '@/time';
import { isErased, wordsTo } from '@/words';
import { classWords } from './jointAct';
import type { Released } from './dialog';
import { objection } from './lately';
import { SecondPersonNote } from './SecondPersonNote';

interface ReasonsProps {
  article: Article;
  released: Released | null;
  history: readonly HistoryItem[];
  joint: JointAct | null;
  onAgree: () => void;
}

/** What stands in the way, said instead of a greyed button. */
export function Reasons({ article, released, history, joint, onAgree }: ReasonsProps) {
  const { candidate } = article;
  const wrong = candidate?.state === 'in_review' ? objection(history) : null;
  return (
    <>
      {joint !== null && <Joint article={article} joint={joint} onAgree={onAgree} />}
      {isErased(article.public) && (
        <Note title={`Erased${article.public.since === null ? '' : ` on ${moment(article.public.since)}`}.`}>
          <p>Its address leads nowhere, and readers are told nothing. Who did what, and when, stands in History.</p>
        </Note>
      )}
      {article.public.state === 'withdrawn' && !isErased(article.public) && joint === null && (
        <Note title={`Taken off the site${article.public.since === null ? '' : ` on ${moment(article.public.since)}`}.`}>
          {article.public.reason !== null && <p>Readers see this reason: “{article.public.reason}”</p>}
        </Note>
      )}
      {joint?.act !== 'amend' && <SecondPersonNote article={article} released={released} />}
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

interface JointProps {
  article: Article;
  joint: JointAct;
  onAgree: () => void;
}

const ASKS = { withdraw: 'asks to take it off the site.', amend: 'asks you to sign an amendment.', erase: 'asks to erase every word of it.' };
const ASKED = { withdraw: 'You asked to take it off the site.', amend: 'You signed an amendment.', erase: 'You asked to erase every word of it.' };
const UNTIL = { withdraw: 'Until then it stays live.', amend: 'Until then readers see the text from before.', erase: 'Until then nothing is erased.' };

/** What somebody asked for, why, and that a second person has to agree. */
function Joint({ article, joint, onAgree }: JointProps) {
  const me = useMe();
  const own = joint.asked_by.id === me.id;
  const who = joint.asked_by.byline.name;
  const title = joint.emergency
    ? `${own ? 'You' : who} took it off the site alone, because it could not wait.`
    : own
      ? ASKED[joint.act]
      : `${who} ${ASKS[joint.act]}`;
  const canAgree = !own && (joint.emergency || article.may.includes(joint.act) || (joint.act === 'amend' && !article.mine));
  return (
    <Note
      tone="warn"
      title={title}
      actions={
        canAgree && (
          <Button size="xs" onClick={onAgree}>
            {joint.emergency ? 'Review it…' : 'Agree…'}
          </Button>
        )
      }
    >
      {joint.class !== null && <p>Kind of change: “{classWords(joint.class)}”.</p>}
      {joint.reason !== null && <p>“{joint.reason}”</p>}
      <p>
        {joint.emergency ? 'Done' : 'Asked'} on {moment(joint.asked_at)}.{' '}
        {own ? `A second person has to ${joint.emergency ? 'review it' : 'agree'}.` : canAgree ? 'You can be the second person.' : 'A second person has to agree.'}{' '}
        {!joint.emergency && UNTIL[joint.act]}
      </p>
    </Note>
  );
}
