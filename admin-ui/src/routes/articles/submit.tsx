import { Button, Checkbox } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { fetchDraft } from '@/api/drafts';
import { outdated } from '@/api/outdated';
import { isProblem } from '@/api/problem';
import { submit, submitForAuthor } from '@/api/signing';
import type { Article } from '@/api/shapes';
import { toast } from '@/components/Dialogs/toast';
import { Page, PageBar } from '@/components/PageBar/PageBar';
import { Note, Panel } from '@/components/Panel/Panel';
import { wordCount } from '@/components/Prose/html';
import { ActProblem, Loaded } from '@/components/Problem/Problem';
import { placeOf } from '@/components/Writing/places';
import { useMe, useSession } from '@/session';
import { count, list, submitLine, titleOf } from '@/words';

const route = getRouteApi('/signed-in/shell/articles/$id/submit');

/** One page of plain words, and the one tick. */
export function SubmitArticle() {
  const { id } = route.useParams();
  const draft = useQuery({ queryKey: ['draft', id], queryFn: () => fetchDraft(id), staleTime: 0 });
  return (
    <>
      <PageBar
        title="Submit to the editors"
        sub={
          <Link to="/articles/$id" params={{ id }}>
            Back to the text
          </Link>
        }
      />
      <Page className="narrow">
        <Loaded query={draft} what="your article">
          {(article) => <SubmitForm article={article} />}
        </Loaded>
      </Page>
    </>
  );
}

function SubmitForm({ article }: { article: Article }) {
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [ticked, setTicked] = useState(false);
  const [isLacking, setLacking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const words = article.sections.reduce((sum, s) => sum + wordCount(s.body_html), 0);
  const answers = article.kind === 'expert_answers' ? `${count(article.sections.length, 'answer')}, ` : '';
  const others = [...new Set(article.sections.flatMap((s) => s.contributors.filter((p) => p.id !== me.id).map((p) => p.byline.name)))];
  const isForAuthor = article.may.includes('submit_for_author');
  const submittable = isForAuthor || article.may.includes('submit');

  const go = async () => {
    setLacking(!ticked);
    if (!ticked) return;
    setBusy(true);
    setError(null);
    try {
      await (isForAuthor ? submitForAuthor : submit)(article.id);
      await outdated(client, article.id);
      toast('Submitted. The editors have it now.');
      await navigate({ to: '/' });
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  };

  if (!submittable) {
    return (
      <Note tone="warn" title="That is no longer possible.">
        <p>It is with the editors already, or it is not yours to submit.</p>
      </Note>
    );
  }
  return (
    <Panel pad>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        <p>
          “{titleOf(article.head)}”, {answers}
          {count(words, 'word')}.
        </p>
        {isLacking && (
          <Note tone="bad" alert title="Not submitted yet. One thing first:">
            <ul>
              <li>
                <a href="#own">Tick the line below</a>
              </li>
            </ul>
            {!isForAuthor && <Otherwise />}
          </Note>
        )}
        {error !== null && <SubmitProblem error={error} article={article} />}
        <Checkbox
          id="own"
          checked={ticked}
          error={isLacking ? 'Please tick this first.' : undefined}
          label={isForAuthor ? `This text came from ${list(others)}.` : submitLine(article.sections.length > 1 || others.length > 0 ? 2 : 1)}
          onChange={(event) => {
            setTicked(event.currentTarget.checked);
            setLacking(false);
          }}
        />
        <p className="hint">
          {isForAuthor && 'That it came from there goes on the record; nothing is said for anybody. '}
          {others.length > 0 && `${list(others)} ${others.length === 1 ? 'signs' : 'sign'} later, on the edited text. `}
          {isForAuthor ? 'Nothing is published before that.' : 'You can take it back until it is published. Nothing is published until you have signed the edited text.'}
        </p>
        <div className="ends">
          <Button type="submit" variant="filled" loading={busy}>
            Submit
          </Button>
          <Button renderRoot={(props) => <Link {...props} to="/articles/$id" params={{ id: article.id }} />}>Back</Button>
        </div>
      </form>
    </Panel>
  );
}

/** Somebody who cannot say so is not left alone with it. */
function Otherwise() {
  const { site } = useSession();
  if (site.contact === null) return <p>If you cannot, do not submit it: ask the editors first.</p>;
  return (
    <p>
      If you cannot, write to the editors instead: <a href={`mailto:${site.contact}`}>{site.contact}</a>
    </p>
  );
}

function SubmitProblem({ error, article }: { error: unknown; article: Article }) {
  if (isProblem(error) && (error.code === 'failed_checks' || error.code === 'invalid') && error.errors.length > 0) {
    const n = error.errors.length;
    return (
      <Note tone="bad" alert title={n === 1 ? 'Not submitted yet. One thing first:' : `Not submitted yet. ${n} things first:`}>
        <ul className="stack-s">
          {error.errors.map((e) => (
            <li key={e.detail}>
              <Link to="/articles/$id" params={{ id: article.id }} hash={placeOf(e, article)}>
                {e.detail}
              </Link>
            </li>
          ))}
        </ul>
      </Note>
    );
  }
  return <ActProblem error={error} not="submitted" />;
}
