import { useMemo } from 'react';
import type { Proof } from '@/api/shapes';
import { drawHtml } from '@/components/Prose/html';
import { ProseBox } from '@/components/Prose/Prose';
import { drawChanges } from './drawChanges';
import { hasMarks, keyOfPart, partsOf, type MarkedPart } from './headMarks';
import type { Marking } from './marking';
import styles from './Proof.module.css';

interface MarkedHeadProps {
  proof: Proof;
  marking: Marking;
}

/** Title, names, summary and question, with what changed in them. */
export function MarkedHead({ proof, marking }: MarkedHeadProps) {
  const parts = useMemo(() => partsOf(proof), [proof]);
  const draw = ({ name, html }: MarkedPart) => drawHtml(html, drawChanges((number) => keyOfPart(name, number), marking));
  // In answers each name stands before its answer, and here only where it changed.
  const bylines = proof.kind === 'expert_answers' ? parts.bylines.filter(hasMarks) : parts.bylines;
  return (
    <>
      <ProseBox>
        <h2 className={styles.title} id="text-t">
          {draw(parts.title)}
        </h2>
      </ProseBox>
      {bylines.map((part) => (
        <ProseBox key={part.name}>
          <p className={styles.byline}>{draw(part)}</p>
        </ProseBox>
      ))}
      {parts.summary.html !== '' && (
        <ProseBox>
          <p className={styles.summary}>{draw(parts.summary)}</p>
        </ProseBox>
      )}
      {parts.question.html !== '' && (
        <ProseBox>
          <blockquote>{draw(parts.question)}</blockquote>
        </ProseBox>
      )}
    </>
  );
}
