import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { outdated } from '@/api/outdated';
import { startReview } from '@/api/signing';
import type { Article, HistoryItem, JointAct, ProofLink } from '@/api/shapes';
import { ReviewComments } from '@/components/Comments/ReviewComments';
import { toast } from '@/components/Dialogs/toast';
import { Page, PageBar } from '@/components/PageBar/PageBar';
import { Panel } from '@/components/Panel/Panel';
import panel from '@/components/Panel/Panel.module.css';
import { ActProblem } from '@/components/Problem/Problem';
import { PreviewDialog } from '@/components/Previews/PreviewDialog';
import { Signatures } from '@/components/Signatures/Signatures';
import { State } from '@/components/State/State';
import { TopicsPicker } from '@/components/Writing/TopicsPicker';
import { useMe } from '@/session';
import { date, moment } from '@/time';
import { editorState, isErased, names, titleOf } from '@/words';
import { Actions } from './Actions';
import { ApproveDialog } from './ApproveDialog';
import type { Released, ReviewDialog } from './dialog';
import { AskForChangesDialog, DeclineDialog } from './ReasonDialogs';
import { MoreDialog } from './MoreDialog';
import { PublishDialog } from './PublishDialog';
import { Reasons } from './Reasons';
import styles from './Review.module.css';
import { ReleasedText, ReviewText } from './ReviewText';
import { SendProofDialog } from './SendProofDialog';
import { AgreeDialog, WithdrawDialog } from './WithdrawDialog';
import { AmendDialog, JoinAmendmentDialog } from './AmendDialog';
import { EraseDialog, JoinErasureDialog } from './EraseDialog';
import { printed } from '@/components/Signatures/fingerprint';

interface ReviewProps {
  article: Article;
  released: Released | null;
  history: readonly HistoryItem[];
  /** The links of a proof that was just sent; they are shown once. */
  onLinks: (links: ProofLink[]) => void;
}

export function Review({ article, released, history, onLinks }: ReviewProps) {
  const client = useQueryClient();
  const [dialog, setDialog] = useState<ReviewDialog>(null);
  const [error, setError] = useState<unknown>(null);
  const refresh = async () => {
    await outdated(client, article.id);
    // After the draft, which says whether there still is a proof to ask for.
    if (client.getQueryData<Article>(['draft', article.id])?.candidate?.digest == null) return;
    await Promise.all([['signatures', article.id], ['proof', 'review', article.id]].map((queryKey) => client.invalidateQueries({ queryKey })));
  };
  const start = async () => {
    setError(null);
    try {
      await startReview(article.id);
      toast('It is yours to review.');
    } catch (caught) {
      setError(caught);
    }
    await refresh();
  };
  const joint = article.joint_act;
  const isAmendment = joint?.act === 'amend';
  const me = useMe();
  const erased = isErased(article.public);
  const canJoin = joint !== null && joint.asked_by.id !== me.id;
  const common = { article, released, history, onClose: () => setDialog(null), onDone: refresh };
  return (
    <>
      <PageBar
        title={titleOf(article.head)}
        tab="Review"
        sub={<Standing article={article} released={released} />}
        actions={
          <Actions
            article={article}
            released={released}
            joins={isAmendment && canJoin}
            isAmendment={isAmendment}
            onOpen={setDialog}
            onStart={() => void start()}
          />
        }
      />
      <Page>
        <div className="stack">
          {error !== null && <ActProblem error={error} not="taken" />}
          <Reasons article={article} released={released} history={history} joint={joint} onAgree={() => setDialog('agree')} />
          <div className={styles.review}>
            {released === null ? !erased && <ReviewText article={article} /> : <ReleasedText proof={released.proof} isAmendment={isAmendment} />}
            <div className="stack">
              {released === null && <Nobody article={article} />}
              {released !== null && !isAmendment && <Signatures article={article} signatures={released.signatures} />}
              {released !== null && isAmendment && <AmendmentSignatures joint={joint} released={released} />}
              {!erased && <ReviewComments article={article} />}
              {released !== null && <Printed released={released} />}
              {article.may.includes('arrange') && !erased && (
                <Panel title="Topics" pad>
                  <TopicsPicker article={article} />
                </Panel>
              )}
            </div>
          </div>
        </div>
      </Page>
      <ApproveDialog opened={dialog === 'approve'} {...common} />
      <PublishDialog opened={dialog === 'publish'} {...common} />
      <SendProofDialog opened={dialog === 'proof'} {...common} onSent={(sent) => onLinks([...sent.links, ...sent.to_look_at])} />
      <AskForChangesDialog opened={dialog === 'changes'} {...common} />
      <DeclineDialog opened={dialog === 'decline'} {...common} />
      <WithdrawDialog opened={dialog === 'withdraw'} {...common} />
      <AmendDialog opened={dialog === 'amend'} {...common} />
      <EraseDialog opened={dialog === 'erase'} {...common} />
      {joint?.act === 'withdraw' && <AgreeDialog opened={dialog === 'agree'} joint={joint} {...common} />}
      {joint?.act === 'amend' && <JoinAmendmentDialog opened={dialog === 'agree'} joint={joint} {...common} />}
      {joint?.act === 'erase' && <JoinErasureDialog opened={dialog === 'agree'} joint={joint} {...common} />}
      <PreviewDialog article={article} opened={dialog === 'preview'} onClose={() => setDialog(null)} />
      <MoreDialog opened={dialog === 'more'} {...common} joint={canJoin ? joint : null} onOpen={setDialog} />
    </>
  );
}

function Standing({ article, released }: { article: Article; released: Released | null }) {
  const wanted = released?.signatures.sections.flatMap((s) => s.contributors) ?? [];
  const signed = wanted.filter((c) => c.signed_at !== null).length;
  const count = { needed: wanted.length, given: signed, approved: (released?.signatures.approvals.length ?? 0) > 0 };
  return (
    <>
      <State {...editorState({ ...article, signatures: count })} />
      {released !== null && article.joint_act?.act !== 'amend' && (
        <a href="#signatures">
          {signed} of {wanted.length} signed
        </a>
      )}
      {article.candidate?.since != null && <span>since {date(article.candidate.since)}</span>}
      {article.editor !== null && <span>with {article.editor.byline.name}</span>}
      {article.may.includes('edit') && article.joint_act?.act !== 'amend' && (
        <Link className="only-phone" to="/articles/$id/edit" params={{ id: article.id }}>
          Edit the text
        </Link>
      )}
    </>
  );
}

/** Before a proof is out nobody is asked; who will be is said all the same. */
function Nobody({ article }: { article: Article }) {
  const people = [...new Map(article.sections.flatMap((s) => s.contributors.map((p) => [p.id, p] as const))).values()];
  if (article.candidate === null) {
    return (
      <Panel title="Signatures" pad>
        <p className="hint">
          Nothing is to be signed now. Who signed, and when, stands in{' '}
          <Link to="/articles/$id/history" params={{ id: article.id }}>
            History
          </Link>
          .
        </p>
      </Panel>
    );
  }
  return (
    <Panel title="Signatures" pad>
      <p className="hint">
        Nobody is asked before a proof is sent. Then {names(people) || 'its authors'} {people.length === 1 ? 'signs' : 'sign'}, and an editor who is not
        one of its authors approves.
      </p>
    </Panel>
  );
}

/** An amendment takes two editors and none of its authors. */
function AmendmentSignatures({ joint, released }: { joint: JointAct; released: Released }) {
  return (
    <Panel title="Signatures" pad>
      <p>
        <strong>{joint.asked_by.byline.text}</strong> signed the change on {moment(joint.asked_at)}. A second editor who is not one of the
        authors has to sign the same text.
      </p>
      <p className="hint mono">fingerprint {printed(released.proof.fingerprint)}</p>
    </Panel>
  );
}

function Printed({ released }: { released: Released }) {
  return (
    <Panel title="Printed under it">
      <ul className={`${panel.pad} small stack-s`}>
        {released.proof.disclaimers.map((d) => (
          <li key={`${d.title} ${d.version}`}>
            {d.title}, version {d.version}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
