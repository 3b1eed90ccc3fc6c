import type { ChangedPart, ChangesSince, Kind } from '@/api/shapes';

/** How a change is called on a page that may show several comparisons. */
export const keyOfChange = (comparison: string, { part, section_id }: ChangedPart, number: number): string =>
  `${comparison}:${part}-${section_id ?? ''}:${number}`;

/** All changes in the order drawn. */
export const keysOf = (since: ChangesSince, comparison: string): string[] =>
  since.parts.flatMap((part) => part.changes.map(({ number }) => keyOfChange(comparison, part, number)));

export function nameOf({ part, position }: ChangedPart, kind: Kind | undefined): string {
  switch (part) {
    case 'title':
      return 'Title';
    case 'question':
      return 'Question';
    case 'summary':
      return 'Summary';
    case 'section':
      if (position === null) return 'An answer that was taken out';
      return kind === 'expert_answers' ? `Answer ${position}` : 'Text';
    case 'beside':
      return `${kind === 'expert_answers' && position !== null ? `Answer ${position}: references` : 'References'} and pictures`;
  }
}
