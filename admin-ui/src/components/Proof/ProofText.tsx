import { Accordion } from '@mantine/core';
import { useMemo } from 'react';
import type { Proof, ProofSection } from '@/api/shapes';
import type { Draw } from '@/components/Prose/html';
import { Prose, ProseBox, proseStyles } from '@/components/Prose/Prose';
import { list } from '@/words';
import { numberMarks } from './marks';
import styles from './Proof.module.css';

export type Mode = 'marked' | 'clean';

interface ProofTextProps {
  proof: Proof;
  mode: Mode;
  /** Numbers of the changes whose own earlier words are put back. */
  putBack: ReadonlySet<number>;
  /** The change that is looked at. */
  at: number | null;
  onOpen: (change: number) => void;
}

/** The article exactly as readers will see it, with or without the changes marked. */
export function ProofText({ proof, mode, putBack, at, onOpen }: ProofTextProps) {
  const isClean = mode === 'clean';
  if (isClean && putBack.size === 0 && proof.page_html !== '') {
    return (
      <article id="text" className={`${styles.text} stack`} tabIndex={-1}>
        <Prose html={proof.page_html} />
      </article>
    );
  }
  const isAnswers = proof.kind === 'expert_answers';
  const total = proof.sections.reduce((sum, s) => sum + (s.mine ? s.changes.length : 0), 0);
  const own = proof.sections.filter((s) => s.mine);
  const first = own[0] === undefined ? 0 : proof.sections.indexOf(own[0]);
  const others = proof.sections.filter((s) => !s.mine);
  const question = proof.question ?? proof.head.question;
  return (
    <article id="text" className={`${styles.text} ${isClean ? styles.clean : ''} stack`} tabIndex={-1} aria-labelledby="text-t">
      <h2 className={styles.title} id="text-t">
        {proof.head.title}
      </h2>
      {!isAnswers && <p className={styles.byline}>{proof.sections.flatMap((s) => s.bylines.map((b) => b.text)).join('; ')}</p>}
      {question !== null && question !== '' && (
        <ProseBox>
          <blockquote>{question}</blockquote>
        </ProseBox>
      )}
      {isClean ? (
        proof.sections.map((section) => (
          <OneSection key={section.section_id} section={section} isAnswers={isAnswers} {...{ isClean, putBack, at, total, onOpen }} />
        ))
      ) : (
        <>
          {own.map((section) => (
            <OneSection key={section.section_id} section={section} isAnswers={isAnswers} {...{ isClean, putBack, at, total, onOpen }} />
          ))}
          {others.length > 0 && <Others sections={others} before={first > 0} />}
        </>
      )}
      {proof.disclaimers.length > 0 && (
        <div className={`${styles.disclaimers} stack-s`}>
          <h3>Printed under your article</h3>
          {proof.disclaimers.map((d) => (
            <p key={d.kind + d.title}>{d.body}</p>
          ))}
        </div>
      )}
    </article>
  );
}

interface OneSectionProps extends Omit<ProofTextProps, 'proof' | 'mode'> {
  section: ProofSection;
  isAnswers: boolean;
  isClean: boolean;
  total: number;
}

function OneSection({ section, isAnswers, isClean, putBack, at, total, onOpen }: OneSectionProps) {
  const isMarked = section.mine && section.changes.length > 0;
  const html = useMemo(() => (isMarked ? numberMarks(section.marked_html) : section.body_html), [isMarked, section]);
  const draw: Draw | undefined = isMarked
    ? (element, children, key) => {
        const number = Number(element.getAttribute('data-change'));
        if (!(number > 0)) return undefined;
        const Tag = element.nodeName === 'INS' ? 'ins' : 'del';
        const isBack = putBack.has(number);
        return (
          <span key={key} className={proseStyles.change} data-no={number} data-at={at === number} data-back={isBack}>
            <Tag data-back={isBack}>
              <span className="sr">{Tag === 'ins' ? 'added: ' : 'removed: '}</span>
              {children}
            </Tag>
            {element.hasAttribute('data-last') && !isClean && (
              <button
                type="button"
                className={proseStyles.number}
                data-number={number}
                aria-label={`Change ${number} of ${total}${isBack ? ', your words are put back' : ''}`}
                onClick={() => onOpen(number)}
              >
                {number}
              </button>
            )}
          </span>
        );
      }
    : undefined;
  const byline = section.bylines.map((b) => b.text).join('; ');
  return <Prose html={html} {...(draw === undefined ? {} : { draw })} {...(isAnswers ? { runIn: `${byline}:` } : {})} />;
}

function Others({ sections, before }: { sections: ProofSection[]; before: boolean }) {
  const many = sections.length;
  const who = list(sections.map((s) => s.bylines.map((b) => b.text).join('; ')));
  const where = before ? `${many === 1 ? 'One more answer stands' : `${many} more answers stand`} beside yours` : `${many === 1 ? 'One more answer follows' : `${many} more answers follow`} yours`;
  return (
    <Accordion variant="contained" chevronPosition="left">
      <Accordion.Item value="others">
        <Accordion.Control>
          {where}: {who}
        </Accordion.Control>
        <Accordion.Panel>
          <div className="stack">
            {sections.map((section) => (
              <Prose key={section.section_id} html={section.body_html} runIn={`${section.bylines.map((b) => b.text).join('; ')}:`} />
            ))}
          </div>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
