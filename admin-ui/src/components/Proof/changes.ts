import type { Change, ProofSection, PutBack } from '@/api/shapes';

/** A change by its place on the whole page. */
export interface Numbered {
  key: string;
  /** Counts from 1 over everything shown. */
  number: number;
}

/** A change within a section; the server numbers each section from 1. */
export interface NumberedChange extends Numbered {
  section: string;
  change: Change;
}

export const keyOf = (section: string, number: number): string => `${section}:${number}`;

/** How a change beside a section's words is called: in its references, or in what is said of its pictures. */
export const keyBeside = (section: string, number: number): string => `beside-${section}:${number}`;

/**
 * The changes of these sections in the order drawn, after `before` others. Those beside the words of one's own sections
 * are read and walked, and not put back one by one.
 */
export function numbered(sections: readonly ProofSection[], before = 0): (Numbered | NumberedChange)[] {
  return sections
    .flatMap((section) => [
      ...section.changes.map((change) => ({ key: keyOf(section.section_id, change.number), section: section.section_id, change })),
      ...(section.mine ? numbersIn(section.marked_beside) : []).map((number) => ({ key: keyBeside(section.section_id, number) })),
    ])
    .map((one, index) => ({ ...one, number: before + index + 1 }));
}

export const isInText = (change: Numbered | NumberedChange): change is NumberedChange => 'section' in change;

/** The numbers of the changes that are marked in a text. */
export function numbersIn(html: string): number[] {
  const found = [...html.matchAll(/<(?:ins|del)[^>]* data-change="(\d+)"/g)].map((match) => Number(match[1]));
  return [...new Set(found)];
}

/** What is sent to put the chosen changes back, by section and in order. */
export function toPutBack(changes: readonly NumberedChange[], chosen: ReadonlySet<string>): PutBack[] {
  return changes
    .filter((c) => chosen.has(c.key))
    .map((c) => ({ section_id: c.section, number: c.change.number }));
}
