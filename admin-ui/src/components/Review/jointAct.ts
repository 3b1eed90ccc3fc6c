import type { AmendmentClass, Article, HistoryItem, PersonRef } from '@/api/shapes';
import { unanswered } from './lately';

/** An act that somebody asked for and that takes a second person. */
export interface JointAct {
  act: 'withdraw' | 'amend' | 'erase';
  asked_by: PersonRef | null;
  asked_at: string;
  /** Printed for readers, or kept on the record. */
  reason: string | null;
  class: AmendmentClass | null;
  digest: string | null;
  /** Done at once by one person; the second reviews it. */
  emergency: boolean;
}

const ASKED = [
  ['withdraw', 'ask_withdrawal', ['withdraw', 'publish']],
  ['amend', 'ask_amendment', ['amend', 'edit', 'send_proof', 'publish']],
  ['erase', 'ask_erasure', ['erase']],
] as const;

/** The act that waits for a second person, if one does. */
export function jointAct(article: Article, history: readonly HistoryItem[]): JointAct | null {
  for (const [act, asked, ends] of ASKED) {
    const item = unanswered(history, asked, ends);
    if (item !== null) {
      const digest = act === 'amend' ? (article.candidate?.digest ?? null) : null;
      return { act, asked_by: item.by, asked_at: item.at, reason: null, class: null, digest, emergency: false };
    }
  }
  return null;
}

/** What kind of change an amendment is, in plain words. */
export const amendmentClasses: { value: AmendmentClass; label: string; means: string }[] = [
  { value: 'typo', label: 'A slip of the pen', means: 'Spelling, a missing word, a broken link. What the text says stays the same.' },
  { value: 'factual', label: 'A fact was wrong', means: 'A number, a name, a source or a date is put right.' },
  { value: 'safety', label: 'It could do harm', means: 'Advice that is not safe goes, or help is named where it was missing.' },
  { value: 'legal', label: 'The law asks for it', means: 'Something that may not stand there is taken out or changed.' },
];

export const classWords = (what: AmendmentClass | null): string => amendmentClasses.find((c) => c.value === what)?.label ?? 'A change';
