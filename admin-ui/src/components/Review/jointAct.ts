import type { AmendmentClass } from '@/api/shapes';

/** What kind of change an amendment is, in plain words. */
export const amendmentClasses: { value: AmendmentClass; label: string; means: string }[] = [
  { value: 'typo', label: 'A slip of the pen', means: 'Spelling, a missing word, a broken link. What the text says stays the same.' },
  { value: 'factual', label: 'A fact was wrong', means: 'A number, a name, a source or a date is put right.' },
  { value: 'safety', label: 'It could do harm', means: 'Advice that is not safe goes, or help is named where it was missing.' },
  { value: 'legal', label: 'The law asks for it', means: 'Something that may not stand there is taken out or changed.' },
];

export const classWords = (what: AmendmentClass | null): string => amendmentClasses.find((c) => c.value === what)?.label ?? 'A change';
