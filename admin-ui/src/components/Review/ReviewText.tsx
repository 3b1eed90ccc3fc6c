import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Article, Declarations, Proof } from '@/api/shapes';
import { Panel } from '@/components/Panel/Panel';
import { numbered } from '@/components/Proof/changes';
import { MarkedSection } from '@/components/Proof/MarkedSection';
import { answerWords } from '@/components/Proof/questions';
import { useWalk } from '@/components/Proof/useWalk';
import { Prose, ProseBox } from '@/components/Prose/Prose';
import { Chips } from '@/components/Queue/Chips';
import { when } from '@/time';
import { count, questions, titleOf } from '@/words';
import styles from './Review.module.css';

/** The draft with a label over each part: who signs it, who saved it last. */
export function ReviewText({ article }: { article: Article }) {
  const isAnswers = article.kind === 'expert_answers';
  return (
    <Panel>
      <div className={styles.art}>
        <div className={styles.column}>
          <HeadText isAnswers={isAnswers} title={titleOf(article.head)} summary={article.head.summary} question={article.head.question} />
          {article.sections.map((section, index) => {
            const byline = section.contributors.map((p) => p.byline.text).join('; ');
            const saved = `saved ${when(section.saved_at)}${section.saved_by === null ? '' : ` by ${section.saved_by.byline.name}`}`;
            return (
              <div key={section.id}>
                <Label left={isAnswers ? `Answer ${index + 1}` : byline} right={saved} />
                <Prose html={section.body_html} {...(isAnswers ? { runIn: `${byline}:` } : {})} />
                <Declared declarations={section.declarations} />
              </div>
            );
          })}
        </div>
      </div>
    </Panel>
  );
}

const NOTHING_BACK: ReadonlySet<string> = new Set();

/** The frozen text: exactly what the fingerprint on this page names, with what the editors changed in it. */
export function ReleasedText({ proof }: { proof: Proof }) {
  const isAnswers = proof.kind === 'expert_answers';
  const changes = numbered(proof.sections);
  const [mode, setMode] = useState('clean');
  const walk = useWalk(changes);
  const isMarked = mode === 'marked';
  return (
    <Panel>
      {changes.length > 0 && (
        <div className={styles.compare}>
          <Chips
            legend="How to show the text"
            name="mode"
            value={mode}
            onChange={setMode}
            options={[
              { value: 'clean', label: 'Only the text' },
              { value: 'marked', label: 'Compared with the text as submitted' },
            ]}
          />
          <span className="muted num" role="status">
            {walk.place === null || !isMarked ? count(changes.length, 'change') : `${walk.place} of ${changes.length}`}
          </span>
          {isMarked && (
            <Button size="xs" onClick={() => walk.go(1)}>
              Next change
            </Button>
          )}
        </div>
      )}
      <div className={styles.art}>
        <div className={styles.column}>
          <HeadText isAnswers={isAnswers} title={proof.head.title} summary={proof.head.summary} question={proof.question} />
          {proof.sections.map((section, index) => {
            const byline = section.bylines.map((b) => b.text).join('; ');
            const runIn = isAnswers ? `${byline}:` : null;
            return (
              <div key={section.section_id}>
                <Label left={isAnswers ? `Answer ${index + 1}` : byline} right={section.changes.length === 0 ? 'unchanged since it was submitted' : count(section.changes.length, 'change')} />
                {isMarked && section.changes.length > 0 ? (
                  <MarkedSection section={section} runIn={runIn} marking={{ changes, putBack: NOTHING_BACK, at: walk.at }} />
                ) : (
                  <Prose html={section.body_html} {...(runIn === null ? {} : { runIn })} />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </Panel>
  );
}

interface HeadTextProps {
  isAnswers: boolean;
  title: string;
  summary: string;
  question: string | null;
}

function HeadText({ isAnswers, title, summary, question }: HeadTextProps) {
  return (
    <>
      <Label left={isAnswers ? 'Title and question' : 'Title'} right={isAnswers ? 'signed by the editors' : 'signed with the text'} />
      <div className="stack">
        <h2 className={styles.title}>{title}</h2>
        {question !== null && question !== '' && (
          <ProseBox>
            <blockquote>{question}</blockquote>
          </ProseBox>
        )}
        {summary !== '' && <p className="muted">{summary}</p>}
      </div>
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
