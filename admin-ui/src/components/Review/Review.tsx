import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { startReview } from '@/api/signing';
import type { Article, ProofLink, Signatures as SignaturesShape } from '@/api/shapes';
import { toast } from '@/components/Dialogs/toast';
import { Page, PageBar } from '@/components/PageBar/PageBar';
import { Note, Panel } from '@/components/Panel/Panel';
import { ActProblem } from '@/components/Problem/Problem';
import { Signatures } from '@/components/Signatures/Signatures';
import { State } from '@/components/State/State';
import { date } from '@/time';
import { editorState, titleOf } from '@/words';
import { ApproveDialog } from './ApproveDialog';
import { AskForChangesDialog, DeclineDialog } from './ReasonDialogs';
import { LinksDialog } from './LinksDialog';
import { MoreDialog } from './MoreDialog';
import { PublishDialog } from './PublishDialog';
import styles from './Review.module.css';
import { ReviewText } from './ReviewText';
import { SendProofDialog } from './SendProofDialog';
import { AgreeDialog, WithdrawDialog } from './WithdrawDialog';

export type ReviewDialog = 'approve' | 'publish' | 'proof' | 'changes' | 'decline' | 'more' | 'withdraw' | 'agree' | null;

interface ReviewProps {
  article: Article;
  signatures: SignaturesShape;
}

export function Review({ article, signatures }: ReviewProps) {
  const client = useQueryClient();
  const [dialog, setDialog] = useState<ReviewDialog>(null);
  const [links, setLinks] = useState<ProofLink[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const close = () => setDialog(null);
  const refresh = async () => {
    await Promise.all(
      [['draft', article.id], ['signatures', article.id], ['history', article.id], ['queue'], ['mine']].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
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
  const given = signatures.sections.flatMap((s) => s.contributors);
  const signed = given.filter((c) => c.signed_at !== null).length;
  const common = { article, signatures, onClose: close, onDone: refresh };
  return (
    <>
      <PageBar
        title={titleOf(article.head)}
        tab="Review"
        sub={
          <>
            <State {...editorState(article)} />
            {article.candidate?.digest != null && (
              <a href="#signatures">
                {signed} of {given.length} signed
              </a>
            )}
            {article.candidate !== null && <span>since {date(article.candidate.since)}</span>}
          </>
        }
        actions={<Actions article={article} signatures={signatures} onOpen={setDialog} onStart={() => void start()} />}
      />
      <Page>
        <div className="stack">
          {error !== null && <ActProblem error={error} not="taken" />}
          <Reasons article={article} />
          <div className={styles.review}>
            <ReviewText article={article} />
            <div className="stack">
              <Signatures article={article} signatures={signatures} />
              {links !== null && <SentLinks onOpen={() => setLinks([...links])} />}
            </div>
          </div>
        </div>
      </Page>
      <ApproveDialog opened={dialog === 'approve'} {...common} />
      <PublishDialog opened={dialog === 'publish'} {...common} />
      <SendProofDialog
        opened={dialog === 'proof'}
        {...common}
        onSent={(sent) => {
          setLinks(sent.links);
        }}
      />
      <AskForChangesDialog opened={dialog === 'changes'} {...common} />
      <DeclineDialog opened={dialog === 'decline'} {...common} />
      <WithdrawDialog opened={dialog === 'withdraw'} {...common} />
      <AgreeDialog opened={dialog === 'agree'} {...common} />
      <MoreDialog opened={dialog === 'more'} {...common} onOpen={setDialog} />
      <LinksDialog links={links} onClose={() => setLinks(null)} />
    </>
  );
}

interface ActionsProps {
  article: Article;
  signatures: SignaturesShape;
  onOpen: (dialog: ReviewDialog) => void;
  onStart: () => void;
}

/** The next act that is possible now stands last; Decline and Take off are in "More", never beside it. */
function Actions({ article, signatures, onOpen, onStart }: ActionsProps) {
  const may = new Set(article.may);
  const canPublish = may.has('publish') && signatures.missing.length === 0;
  return (
    <>
      <Button onClick={() => onOpen('more')}>More</Button>
      {may.has('request_changes') && <Button onClick={() => onOpen('changes')}>Ask for changes</Button>}
      {canPublish ? (
        <Button variant="filled" onClick={() => onOpen('publish')}>
          Publish
        </Button>
      ) : may.has('approve') ? (
        <Button variant="filled" onClick={() => onOpen('approve')}>
          Approve
        </Button>
      ) : may.has('send_proof') ? (
        <Button variant="filled" onClick={() => onOpen('proof')}>
          Send proof
        </Button>
      ) : may.has('start_review') ? (
        <Button variant="filled" onClick={onStart}>
          Start review
        </Button>
      ) : null}
    </>
  );
}

/** Why a button is not there, instead of a greyed one. */
function Reasons({ article }: { article: Article }) {
  const { candidate } = article;
  if (candidate?.state === 'proof_out' && article.mine && !article.may.includes('approve')) {
    return (
      <Note tone="warn" title="You cannot approve this one.">
        <p>You are one of its authors. Another editor has to be the second person.</p>
      </Note>
    );
  }
  if (candidate?.state === 'in_review' && candidate.reason !== null && candidate.reason !== '') {
    return (
      <Note tone="warn" title={`${candidate.by?.byline.name ?? 'A contributor'} says that something is wrong.`}>
        <p>“{candidate.reason}”</p>
      </Note>
    );
  }
  if (candidate?.state === 'changes_requested' || candidate?.state === 'declined') {
    return (
      <Note title={candidate.state === 'declined' ? 'Declined.' : 'Changes were asked for.'}>
        {candidate.reason !== null && <p>“{candidate.reason}”</p>}
      </Note>
    );
  }
  return null;
}

function SentLinks({ onOpen }: { onOpen: () => void }) {
  return (
    <Panel pad>
      <p>
        <button type="button" className="link" onClick={onOpen}>
          Links of the proof
        </button>
      </p>
    </Panel>
  );
}
