import { Accordion } from '@mantine/core';
import type { Proof, ProofSection } from '@/api/shapes';
import { Prose, ProseBox } from '@/components/Prose/Prose';
import { list } from '@/words';
import { MarkedSection, type Marking } from './MarkedSection';
import styles from './Proof.module.css';

export type Mode = 'marked' | 'clean';

interface ProofTextProps {
  proof: Proof;
  mode: Mode;
  marking: Omit<Marking, 'isClean'>;
}

/** The article as readers will see it, with or without the changes marked. */
export function ProofText({ proof, mode, marking }: ProofTextProps) {
  const isClean = mode === 'clean';
  const isAnswers = proof.kind === 'expert_answers';
  const own = proof.sections.filter((s) => s.mine);
  const others = proof.sections.filter((s) => !s.mine);
  const folded = !isClean && own.length > 0 && others.length > 0;
  return (
    <article
      id="text"
      className={`${styles.text} stack`}
      tabIndex={-1}
      aria-labelledby="text-t"
    >
      <h2 className={styles.title} id="text-t">
        {proof.head.title}
      </h2>
      {!isAnswers && <p className={styles.byline}>{proof.sections.map(bylineOf).join('; ')}</p>}
      {proof.question !== null && proof.question !== '' && (
        <ProseBox>
          <blockquote>{proof.question}</blockquote>
        </ProseBox>
      )}
      {(folded ? own : proof.sections).map((section) => (
        <OneSection key={section.section_id} section={section} isAnswers={isAnswers} marking={{ ...marking, isClean }} />
      ))}
      {folded && <Others sections={others} isFirst={proof.sections[0]?.mine ?? false} />}
      {proof.disclaimers.length > 0 && (
        <div className={`${styles.disclaimers} stack-s`}>
          <h3>Printed under your article</h3>
          {proof.disclaimers.map((d) => (
            <p key={`${d.title} ${d.version}`}>{d.body}</p>
          ))}
        </div>
      )}
    </article>
  );
}

const bylineOf = (section: ProofSection): string => section.bylines.map((b) => b.text).join('; ');

function OneSection({ section, isAnswers, marking }: { section: ProofSection; isAnswers: boolean; marking: Marking }) {
  const runIn = isAnswers ? `${bylineOf(section)}:` : null;
  const changes = marking.changes.filter((c) => c.section === section.section_id);
  const isTouched = marking.isClean === true ? changes.some((c) => marking.putBack.has(c.key)) : changes.length > 0;
  if (isTouched) {
    return <MarkedSection section={section} runIn={runIn} marking={marking} />;
  }
  return <Prose html={section.body_html} {...(runIn === null ? {} : { runIn })} />;
}

/** The answers of colleagues, folded: they are read, not signed. */
function Others({ sections, isFirst }: { sections: ProofSection[]; isFirst: boolean }) {
  const one = sections.length === 1;
  const how = one ? 'One more answer' : `${sections.length} more answers`;
  const where = isFirst ? `${one ? 'follows' : 'follow'} yours` : `${one ? 'stands' : 'stand'} beside yours`;
  return (
    <Accordion variant="contained" chevronPosition="left">
      <Accordion.Item value="others">
        <Accordion.Control>
          {how} {where}: {list(sections.map(bylineOf))}
        </Accordion.Control>
        <Accordion.Panel>
          <div className="stack">
            {sections.map((section) => (
              <Prose key={section.section_id} html={section.body_html} runIn={`${bylineOf(section)}:`} />
            ))}
          </div>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
