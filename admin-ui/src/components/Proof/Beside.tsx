import { useMemo } from 'react';
import type { ProofSection } from '@/api/shapes';
import { drawHtml } from '@/components/Prose/html';
import { ProseBox } from '@/components/Prose/Prose';
import { Works } from '@/components/References/Works';
import { workOf } from '@/saving/sectionText';
import { keyBeside, numbersIn } from './changes';
import { drawChanges } from './drawChanges';
import type { Marking } from './marking';
import { numberMarks } from './marks';
import styles from './Proof.module.css';

/** The references of a section; where something beside its words changed, all that is said there with the changes marked. */
export function Beside({ section, marking }: { section: ProofSection; marking: Marking | null }) {
  const isMarked = marking !== null && section.mine && numbersIn(section.marked_beside).length > 0;
  const html = useMemo(() => numberMarks(section.marked_beside), [section.marked_beside]);
  if (!isMarked) return <Works works={section.references.map(workOf)} />;
  return (
    <ProseBox>
      <div className={styles.beside}>
        <h3>References, and what is said of the pictures</h3>
        <p>{drawHtml(html, drawChanges((number) => keyBeside(section.section_id, number), marking))}</p>
      </div>
    </ProseBox>
  );
}
