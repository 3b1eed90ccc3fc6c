import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Article, Declarations, Proof } from '@/api/shapes';
import { printedLine } from '@/byline';
import { Panel } from '@/components/Panel/Panel';
import { draftPage } from '@/api/drafts';
import { proofPage } from '@/api/signing';
import { numbered } from '@/components/Proof/changes';
import { headChanges } from '@/components/Proof/headMarks';
import { MarkedHead } from '@/components/Proof/MarkedHead';
import { MarkedSection } from '@/components/Proof/MarkedSection';
import type { Marking } from '@/components/Proof/marking';
import { answerWords } from '@/components/Proof/questions';
import { useWalk } from '@/components/Proof/useWalk';
import { Beside } from '@/components/Proof/Beside';
import { Prose, ProseBox } from '@/components/Prose/Prose';
import { ReaderPage } from '@/components/ReaderPage/ReaderPage';
import { Works } from '@/components/References/Works';
import { pictureOf, workOf } from '@/saving/sectionText';
import { Chips } from '@/components/Queue/Chips';
import { when } from '@/time';
import { count, questions, titleOf } from '@/words';
import styles from './Review.module.css';

type Mode = 'clean' | 'marked' | 'readers';

const MARKED = { value: 'marked', label: 'With the changes marked' };
const TEXT = { value: 'clean', label: 'Only the text' };
const READERS = { value: 'readers', label: 'As readers will see it' };

/** The draft with a label over each part: who signs it, who saved it last. */
export function ReviewText({ article }: { article: Article }) {
  const isAnswers = article.kind === 'expert_answers';
  const [mode, setMode] = useState('clean');
  // What readers have is seen where they see it; a page to come is made of what is under way.
  const isOut = article.candidate === null && (article.public.state === 'live' || article.public.state === 'under_concern');
  return (
    <Panel>
      <div className={styles.compare}>
        {isOut ? (
          <a href={article.public.url ?? '/'}>See it on the site</a>
        ) : (
          <Chips legend="How to show the text" name="mode" value={mode} onChange={setMode} options={[TEXT, READERS]} />
        )}
      </div>
      {mode === 'readers' ? (
        <ReaderPage key={savedLast(article)} src={draftPage(article.id)} title="The draft as readers would see it" />
      ) : (
        <div className={styles.art}>
          <div className={styles.column}>
            <HeadText isAnswers={isAnswers} title={titleOf(article.head)} summary={article.head.summary} question={article.head.question} />
            {article.sections.map((section, index) => {
              const byline = printedLine(section.contributors.map((p) => p.byline));
              const saved = `saved ${when(section.saved_at)}${section.saved_by === null ? '' : ` by ${section.saved_by.byline.name}`}`;
              return (
                <div key={section.id}>
                  <Label left={isAnswers ? `Answer ${index + 1}` : byline} right={saved} />
                  <div data-section={section.id}>
                    <Prose html={section.body_html} pictures={section.images.map(pictureOf)} {...(isAnswers ? { runIn: `${byline}:` } : {})} />
                  </div>
                  <Works works={section.references.map(workOf)} />
                  <Declared declarations={section.declarations} />
                </div>
              );
            })}
          </div>
        </div>
      )}
    </Panel>
  );
}

/** Another save is another page. */
const savedLast = (article: Article): string => [article.head.version, ...article.sections.map((s) => s.version)].join('.');

const NOTHING_BACK: ReadonlySet<string> = new Set();

/** The frozen text: exactly what the fingerprint on this page names, with what the editors changed in it. */
export function ReleasedText({ proof, isAmendment }: { proof: Proof; isAmendment: boolean }) {
  const inHead = headChanges(proof);
  const changes = [...inHead, ...numbered(proof.sections, inHead.length)];
  const [mode, setMode] = useState<Mode>(isAmendment && changes.length > 0 ? 'marked' : 'clean');
  const walk = useWalk(changes);
  const isMarked = mode === 'marked' && changes.length > 0;
  const since = isAmendment ? 'to what readers see' : 'since it was submitted';
  return (
    <Panel>
      <div className={styles.compare}>
        <Chips
          legend="How to show the text"
          name="mode"
          value={mode}
          onChange={(value) => setMode(value as Mode)}
          options={changes.length > 0 ? [TEXT, MARKED, READERS] : [TEXT, READERS]}
        />
        <span className="muted num" role="status">
          {walk.place !== null && isMarked && `${walk.place} of ${changes.length}`}
          {(walk.place === null || !isMarked) && changes.length > 0 && `${count(changes.length, 'change')} ${since}`}
        </span>
        {isMarked && (
          <Button size="xs" onClick={() => walk.go(1)}>
            Next change
          </Button>
        )}
      </div>
      {mode === 'readers' ? (
        <ReaderPage key={proof.digest} src={proofPage(proof.article_id)} title="The proof as readers will see it" />
      ) : (
        <Frozen proof={proof} same={isAmendment ? 'as readers see it' : 'unchanged since it was submitted'} marking={isMarked ? { changes, putBack: NOTHING_BACK, at: walk.at } : null} />
      )}
    </Panel>
  );
}

/** `same` says of a section without changes what it is the same as. */
function Frozen({ proof, same, marking }: { proof: Proof; same: string; marking: Marking | null }) {
  const isAnswers = proof.kind === 'expert_answers';
  return (
    <div className={styles.art}>
      <div className={styles.column}>
        {marking === null ? (
          <HeadText isAnswers={isAnswers} title={proof.head.title} summary={proof.head.summary} question={proof.question} />
        ) : (
          <div className="stack">
            <MarkedHead proof={proof} marking={marking} />
          </div>
        )}
        {proof.sections.map((section, index) => {
          const byline = printedLine(section.bylines);
          const runIn = isAnswers ? `${byline}:` : null;
          const changed = section.changes.length === 0 ? same : count(section.changes.length, 'change');
          return (
            <div key={section.section_id}>
              <Label left={isAnswers ? `Answer ${index + 1}` : byline} right={changed} />
              <div data-section={section.section_id}>
                {marking !== null && section.changes.length > 0 ? (
                  <MarkedSection section={section} runIn={runIn} marking={marking} />
                ) : (
                  <Prose html={section.body_html} pictures={section.images.map(pictureOf)} {...(runIn === null ? {} : { runIn })} />
                )}
              </div>
              <Beside section={section} marking={marking} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface HeadTextProps {
  isAnswers: boolean;
  title: string;
  summary: string;
  question: string | null;
}

/** In answers the question is part of what each clinician signs; title and summary are the editors'. */
function HeadText({ isAnswers, title, summary, question }: HeadTextProps) {
  const asked = question !== null && question !== '' && (
    <ProseBox>
      <blockquote>{question}</blockquote>
    </ProseBox>
  );
  return (
    <>
      <Label left={summary === '' ? 'Title' : 'Title and summary'} right={isAnswers ? 'signed by the editors' : 'signed with the text'} />
      <div className="stack">
        <h2 className={styles.title}>{title}</h2>
        {summary !== '' && <p className="muted">{summary}</p>}
      </div>
      {asked !== false && (
        <>
          <Label left="Question" right="signed with each answer" />
          {asked}
        </>
      )}
    </>
  );
}

function Label({ left, right }: { left: string; right: string }) {
  return (
    <p className={styles.label}>
      <span>{left}</span>
      <span>{right}</span>
    </p>
  );
}

/** Only what was answered with yes needs an editor's eye. */
function Declared({ declarations }: { declarations: Declarations }) {
  const said = questions.filter(({ key }) => declarations[key].answer === 'yes');
  if (said.length === 0) return null;
  return (
    <ul className={`${styles.declared} small muted stack-s`}>
      {said.map(({ key, text }) => (
        <li key={key}>
          {text} <strong>{answerWords(key, declarations[key])}</strong>
        </li>
      ))}
    </ul>
  );
}
