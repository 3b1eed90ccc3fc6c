import { Button, Radio } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { createArticle } from '@/api/articles';
import { outdated } from '@/api/outdated';
import type { Kind } from '@/api/shapes';
import { arrived, handedOver } from '@/components/Intake/handed';
import { Intake } from '@/components/Intake/Intake';
import { StartFromWord } from '@/components/Intake/StartFromWord';
import { Page, PageBar } from '@/components/PageBar/PageBar';
import { Panel } from '@/components/Panel/Panel';
import { ActProblem } from '@/components/Problem/Problem';
import { useSession } from '@/session';

/** An empty page, or a Word file that somebody has. */
export function NewArticle() {
  const [chosen, setChosen] = useState(() => numbered(handedOver()));
  useEffect(arrived, []);
  const choose = (file: File) => setChosen(numbered(file));
  if (chosen === null) return <EmptyPage onFile={choose} />;
  return <Intake key={chosen.number} file={chosen.file} onFile={choose} onBack={() => setChosen(null)} />;
}

let chosenBefore = 0;

/** The same file once more is read once more. */
const numbered = (file: File | null) => (file === null ? null : { file, number: ++chosenBefore });

/** What kind of thing is begun, in plain words. */
function EmptyPage({ onFile }: { onFile: (file: File) => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const isAuthor = useSession().account.roles.includes('author');
  const [kind, setKind] = useState<Kind>('article');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const begin = async () => {
    setBusy(true);
    setError(null);
    try {
      const article = await createArticle(kind);
      client.setQueryData(['draft', article.id], article);
      void outdated(client);
      await navigate({ to: '/articles/$id', params: { id: article.id }, replace: true });
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  };
  return (
    <>
      <PageBar
        title="New article"
        sub={<Link to="/">Back</Link>}
        actions={
          <Button variant="filled" loading={busy} onClick={() => void begin()}>
            Begin writing
          </Button>
        }
      />
      <Page className="narrow">
        <div className="stack">
          {error !== null && <ActProblem error={error} not="begun" />}
          <Panel pad>
            <Radio.Group label="What do you want to write?" value={kind} onChange={(value) => setKind(value)}>
              <div className="stack" style={{ marginTop: 12 }}>
                <Radio value="article" label="An article" description={isAuthor ? 'One text, under your name. Others can be named beside you.' : 'One text, under one byline. You say whose it is.'} />
                <Radio
                  value="expert_answers"
                  label="An answer to a reader’s question"
                  description={
                    isAuthor
                      ? 'You answer a question. Other clinicians can add answers of their own, each under a separate name.'
                      : 'A question, and answers to it, each under a separate name.'
                  }
                />
              </div>
            </Radio.Group>
          </Panel>
          <StartFromWord onFile={onFile} />
          <p className="hint">You can stop at any sentence; it is kept. Nobody reads it before you submit it.</p>
        </div>
      </Page>
    </>
  );
}
