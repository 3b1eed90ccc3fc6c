import { Button, Radio, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { beginFrom } from '@/api/documents';
import { outdated } from '@/api/outdated';
import type { DocumentChoices, FoundInDocument, TrackedChanges } from '@/api/shapes';
import { Page, PageBar } from '@/components/PageBar/PageBar';
import { Panel } from '@/components/Panel/Panel';
import { ActProblem } from '@/components/Problem/Problem';
import chips from '@/components/Queue/Queue.module.css';
import { isEditor, useMe, useSession } from '@/session';
import { count } from '@/words';
import { asked, confirmed, unsettled, type Answer } from './choices';
import styles from './Intake.module.css';
import { WhoWrote } from './WhoWrote';

interface FoundProps {
  file: File;
  found: FoundInDocument;
  tracked: TrackedChanges;
  isLooking: boolean;
  onTracked: (tracked: TrackedChanges) => void;
  onBack: () => void;
}

/** What was found in a document, to be put right before the draft is made. */
export function Found({ file, found, tracked, isLooking, onTracked, onBack }: FoundProps) {
  const me = useMe();
  const session = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const bylines = asked(found.bylines);
  const places = bylines.length === 0 ? [null] : bylines;
  const [title, setTitle] = useState(found.title);
  const [answers, setAnswers] = useState<Answer[]>(() =>
    places.map((byline) => {
      if (isEditor(session)) return byline === null ? { is: 'nobody' } : { is: 'open' };
      return byline?.matches.some((person) => person.id === me.id) ? { is: 'person', id: me.id } : { is: 'nobody' };
    }),
  );
  const [topics, setTopics] = useState(found.topics.map((topic) => topic.id));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [missing, setMissing] = useState(false);
  const [lost, setLost] = useState<{ id: string; lines: string[] } | null>(null);
  // The same choices once more are the same draft, should the answer get lost.
  const last = useRef<{ key: string; id: string } | null>(null);
  useEffect(() => document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true }), []);

  const open = (id: string) => navigate({ to: '/articles/$id', params: { id }, replace: true });
  const begin = async () => {
    const by = confirmed(places.map((byline, i) => ({ byline, answer: answers[i] ?? { is: 'open' } })));
    setMissing(by === null);
    if (by === null) {
      document.getElementById('by')?.querySelector<HTMLElement>('input')?.focus();
      return;
    }
    setBusy(true);
    setError(null);
    const chosen = { tracked, title, by, topics };
    const key = JSON.stringify(chosen);
    if (last.current?.key !== key) last.current = { key, id: crypto.randomUUID() };
    const choices: DocumentChoices = { save_id: last.current.id, ...chosen };
    try {
      const begun = await beginFrom(file, choices);
      void outdated(client);
      const lines = begun.left_out.filter((line) => !found.left_out.includes(line));
      if (lines.length > 0) setLost({ id: begun.id, lines });
      else await open(begun.id);
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  if (lost !== null) return <BegunWithout file={file} lines={lost.lines} onOpen={() => void open(lost.id)} />;
  return (
    <>
      <PageBar
        title={`What we found in ${file.name}`}
        tab="From a Word file"
        sub={
          <>
            <button type="button" className="link" onClick={onBack}>
              Back
            </button>
            <span>Nothing is kept yet</span>
          </>
        }
        actions={
          <Button variant="filled" loading={busy} disabled={isLooking} onClick={() => void begin()}>
            Start writing
          </Button>
        }
      />
      <Page className="narrow">
        <div className="stack">
          {error !== null && <ActProblem error={error} not="begun" />}
          <Panel title="Title" pad>
            <Textarea
              aria-label="Title"
              autosize
              minRows={1}
              placeholder="The document has no title. You can write it now or later."
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value.replace(/\n/g, ' '))}
            />
          </Panel>
          <Panel title="By" id="by" pad>
            <div className="stack">
              {places.map((byline, i) => (
                <WhoWrote
                  key={byline?.byline.text ?? 'nobody'}
                  byline={byline}
                  answer={answers[i] ?? { is: 'open' }}
                  onAnswer={(answer) => {
                    setMissing(false);
                    setAnswers(answers.with(i, answer));
                  }}
                />
              ))}
              {missing && (
                <p role="alert" className="bad">
                  <strong>Please say who wrote it, or choose “Nobody yet”.</strong>
                </p>
              )}
            </div>
          </Panel>
          {found.changes.count > 0 && (
            <Panel title="Changes" pad>
              <Radio.Group label={unsettled(found.changes)} value={tracked} onChange={onTracked}>
                <div className={styles.choices}>
                  <Radio value="accept" label="Take them in" description="The text as it is when all are accepted." />
                  <Radio value="refuse" label="Leave them out" description="The text as it was before them." />
                </div>
              </Radio.Group>
            </Panel>
          )}
          <Panel title="Topics" pad>
            {found.topics.length === 0 ? (
              <p className="muted">No topic suggests itself. You choose topics on the next screen.</p>
            ) : (
              <div className="stack-s">
                <p className="hint">Suggested by its words. Keep those that fit; you can choose others on the next screen.</p>
                <fieldset className={chips.chips}>
                  <legend className="sr">Suggested topics</legend>
                  {found.topics.map(({ id, label }) => (
                    <label key={id}>
                      <input
                        type="checkbox"
                        checked={topics.includes(id)}
                        onChange={(event) => setTopics(event.currentTarget.checked ? [...topics, id] : topics.filter((one) => one !== id))}
                      />
                      {label}
                    </label>
                  ))}
                </fieldset>
              </div>
            )}
          </Panel>
          <Panel title="What comes along" pad>
            <div className="stack-s">
              <p>{facts(found)}</p>
              {found.carried.length > 0 && (
                <ul className={styles.list}>
                  {found.carried.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              )}
              {found.references.length > 0 && (
                <details>
                  <summary>Show the references</summary>
                  <ol className={styles.list} style={{ listStyle: 'decimal' }}>
                    {found.references.map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ol>
                </details>
              )}
            </div>
          </Panel>
          <Panel title="What could not be carried over" pad>
            {found.left_out.length === 0 ? <p className="muted">Nothing that we noticed.</p> : <Lines lines={found.left_out} />}
          </Panel>
        </div>
      </Page>
    </>
  );
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <ul className={styles.list}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** "1,120 words, 2 references, 2 notes, 1 picture, 2 comments" */
function facts(found: FoundInDocument): string {
  const things: [number, string][] = [
    [found.words, 'word'],
    [found.references.length, 'reference'],
    [found.notes, 'note'],
    [found.images, 'picture'],
    [found.comments, 'comment'],
  ];
  return things
    .filter(([n]) => n > 0)
    .map(([n, one]) => count(n, one).replace(/^\d+/, (digits) => Number(digits).toLocaleString('en-US')))
    .join(', ');
}

/** The draft is there, without something that only its making could tell. */
function BegunWithout({ file, lines, onOpen }: { file: File; lines: string[]; onOpen: () => void }) {
  return (
    <>
      <PageBar
        title={`The draft from ${file.name} is ready`}
        tab="From a Word file"
        actions={
          <Button variant="filled" onClick={onOpen}>
            Open the draft
          </Button>
        }
      />
      <Page className="narrow">
        <Panel title="What could not be carried over after all" pad>
          <Lines lines={lines} />
        </Panel>
      </Page>
    </>
  );
}
