import { useMemo } from 'react';
import type { ProofSection } from '@/api/shapes';
import { Prose } from '@/components/Prose/Prose';
import { pictureOf } from '@/saving/sectionText';
import { keyOf } from './changes';
import { drawChanges } from './drawChanges';
import type { Marking } from './marking';
import { numberMarks } from './marks';

interface MarkedSectionProps {
  section: ProofSection;
  runIn: string | null;
  marking: Marking;
}

/** One section with its changes underlined, struck through and numbered. */
export function MarkedSection({ section, runIn, marking }: MarkedSectionProps) {
  const html = useMemo(() => numberMarks(section.marked_html), [section.marked_html]);
  const pictures = useMemo(() => section.images.map(pictureOf), [section.images]);
  return <Prose html={html} pictures={pictures} draw={drawChanges((number) => keyOf(section.section_id, number), marking)} {...(runIn === null ? {} : { runIn })} />;
}
