import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { outdated } from '@/api/outdated';
import { recall, revise } from '@/api/signing';
import type { Article } from '@/api/shapes';
import { Ask } from '@/components/Dialogs/Ask';
import { toast } from '@/components/Dialogs/toast';
import { Page, PageBar } from '@/components/PageBar/PageBar';
import { Note, Panel } from '@/components/Panel/Panel';
import { ArticleText } from '@/components/Prose/ArticleText';
import { WhoSigned } from '@/components/Signatures/WhoSigned';
import { useIsEditor, useMail, useMe } from '@/session';
import { Leaving } from './Leaving';
import { authorState, editorState, isErased, titleOf, wordsTo } from '@/words';

/** The text alone, for someone who cannot change it now, with what can be done instead. */
export function ReadOnly({ article }: { article: Article }) {
  const me = useMe();
  const editor = useIsEditor() && !article.mine;
  const client = useQueryClient();
  const navigate = useNavigate();
  const mail = useMail();
  const [asking, setAsking] = useState<'recall' | 'revise' | null>(null);
  const isLive = article.public.state === 'live' || article.public.state === 'under_concern';
  const stands = editor ? editorState(article) : authorState({ ...article, waiting_for: article.may.includes('attest') ? [me] : [] }, me.id);
  const act = async () => {
    await (asking === 'recall' ? recall(article.id) : revise(article.id));
    await outdated(client, article.id);
    toast(asking === 'recall' ? 'Taken back. It is your draft again.' : 'A new version is begun. Readers keep seeing the present one.');
  };
  const params = { id: article.id };
  return (
    <main>
      <PageBar
        title={titleOf(article.head)}
        tab="Article"
        sub={
          <>
            {editor ? <Link to="/articles">Articles</Link> : <Link to="/">My articles</Link>}
            <span>{stands.text}</span>
            {isLive && article.public.url !== null && <a href={article.public.url}>See it on the site</a>}
          </>
        }
        actions={
          <>
            {article.may.includes('recall') && <Button onClick={() => setAsking('recall')}>Take back</Button>}
            {article.may.includes('revise') && <Button onClick={() => setAsking('revise')}>Change it</Button>}
            {article.may.includes('attest') && (
              <Button variant="filled" renderRoot={(props) => <Link {...props} to="/articles/$id/proof" params={params} />}>
                Read and sign
              </Button>
            )}
            {editor && (
              <Button variant="filled" onClick={() => void navigate({ to: '/articles/$id/review', params })}>
                Review
              </Button>
            )}
          </>
        }
      />
      <Page className="narrow alone">
        <div className="stack">
          <WhyNot article={article} />
          {article.mine && isOut(article) && <WhoSigned article={article} />}
          <Leaving article={article}>
            {!isErased(article.public) && (
              <Panel pad>
                <ArticleText article={article} />
              </Panel>
            )}
          </Leaving>
        </div>
      </Page>
      <Ask
        opened={asking !== null}
        onClose={() => setAsking(null)}
        title={asking === 'revise' ? `Change “${titleOf(article.head)}”?` : `Take back “${titleOf(article.head)}”?`}
        verb={asking === 'revise' ? 'Begin a new version' : 'Take back'}
        back={asking === 'revise' ? 'Leave it as it is' : 'Leave it with them'}
        not={asking === 'revise' ? 'begun' : 'taken back'}
        act={act}
      >
        <p>
          {asking === 'revise'
            ? 'A new version is begun from the text readers see. They keep seeing that one until two people have signed the new one.'
            : `It becomes your draft again. ${article.editor !== null && mail ? `${article.editor.byline.name} is told by mail.` : 'The editors no longer see it in their list.'}`}
        </p>
      </Ask>
    </main>
  );
}

/** A text that is out for signature, or has all of them; an amendment asks no author. */
const isOut = ({ candidate, joint_act: joint }: Article) =>
  joint?.act !== 'amend' && (candidate?.state === 'proof_out' || candidate?.state === 'approved');

function WhyNot({ article }: { article: Article }) {
  const { candidate } = article;
  if (isErased(article.public)) {
    return (
      <Note tone="warn" title="It was erased.">
        <p>No word of it is left, and its address leads nowhere.</p>
      </Note>
    );
  }
  if (candidate === null && article.public.state === 'withdrawn') {
    return (
      <Note tone="warn" title="It was taken off the site.">
        {article.public.reason !== null && <p>Readers see: “{article.public.reason}”</p>}
      </Note>
    );
  }
  if (candidate?.state === 'declined') {
    return (
      <Note tone="warn" title={`${candidate.by?.byline.name ?? 'The editors'} declined it.`}>
        {wordsTo(candidate) !== '' && <p>“{wordsTo(candidate)}”</p>}
      </Note>
    );
  }
  if (candidate?.state === 'submitted' || candidate?.state === 'in_review') {
    return (
      <Note title="It is with the editors.">
        <p>To change it yourself, take it back first.</p>
      </Note>
    );
  }
  if (candidate?.state === 'proof_out') {
    return (
      <Note title="The text stands still until everyone has signed.">
        <p>On the signing page you can put your own words back, or say that something is wrong.</p>
      </Note>
    );
  }
  return null;
}
