import { Accordion } from '@mantine/core';
import { Fragment } from 'react';
import type { Proof, ProofSection } from '@/api/shapes';
import { printedLine } from '@/byline';
import { Prose } from '@/components/Prose/Prose';
import { pictureOf } from '@/saving/sectionText';
import { list } from '@/words';
import { Beside } from './Beside';
import { MarkedHead } from './MarkedHead';
import { MarkedSection } from './MarkedSection';
import type { Marking } from './marking';
import styles from './Proof.module.css';

interface ProofTextProps {
  proof: Proof;
  marking: Marking;
}

/** Everything that is signed, with the changes marked. */
export function ProofText({ proof, marking }: ProofTextProps) {
  const isAnswers = proof.kind === 'expert_answers';
  const own = proof.sections.filter((s) => s.mine);
  const others = proof.sections.filter((s) => !s.mine);
  const folded = own.length > 0 && others.length > 0;
  return (
    <article
      id="text"
      className={`${styles.text} stack`}
      tabIndex={-1}
      aria-labelledby="text-t"
    >
      <MarkedHead proof={proof} marking={marking} />
      {(folded ? own : proof.sections).map((section) => (
        <OneSection key={section.section_id} section={section} isAnswers={isAnswers} marking={marking} />
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

const bylineOf = (section: ProofSection): string => printedLine(section.bylines);

function OneSection({ section, isAnswers, marking }: { section: ProofSection; isAnswers: boolean; marking: Marking }) {
  const runIn = isAnswers ? `${bylineOf(section)}:` : null;
  return (
    <>
      {section.mine && section.changes.length > 0 ? (
        <MarkedSection section={section} runIn={runIn} marking={marking} />
      ) : (
        <Prose html={section.body_html} pictures={section.images.map(pictureOf)} {...(runIn === null ? {} : { runIn })} />
      )}
      <Beside section={section} marking={marking} />
    </>
  );
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
              <Fragment key={section.section_id}>
                <Prose html={section.body_html} pictures={section.images.map(pictureOf)} runIn={`${bylineOf(section)}:`} />
                <Beside section={section} marking={null} />
              </Fragment>
            ))}
          </div>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
