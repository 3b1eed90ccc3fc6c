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

/** The changes of these sections, after `before` others. */
export function numbered(sections: readonly ProofSection[], before = 0): NumberedChange[] {
  return sections
    .flatMap((section) => section.changes.map((change) => ({ section: section.section_id, change })))
    .map(({ section, change }, index) => ({ key: keyOf(section, change.number), number: before + index + 1, section, change }));
}

/** What is sent to put the chosen changes back, by section and in order. */
export function toPutBack(changes: readonly NumberedChange[], chosen: ReadonlySet<string>): PutBack[] {
  return changes
    .filter((c) => chosen.has(c.key))
    .map((c) => ({ section_id: c.section, number: c.change.number }));
}
