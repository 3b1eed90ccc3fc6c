import type { ConfirmedBy, FoundByline } from '@/api/shapes';

/** What somebody says of a byline: who it is, or that nobody stands over the text yet. */
export type Answer =
  | { is: 'open' }
  | { is: 'nobody' }
  | { is: 'person'; id: string }
  | { is: 'found' }
  | { is: 'else'; id: string | null; typed: string };

/** The bylines that are asked about: what is told about an author is one only where nothing else is. */
export function asked(bylines: readonly FoundByline[]): FoundByline[] {
  const lines = bylines.filter((one) => one.place !== 'about');
  return lines.length > 0 ? lines : [...bylines];
}

/** Who stands over the text, by what was answered; `null` while an answer is missing. */
export function confirmed(answers: readonly { byline: FoundByline | null; answer: Answer }[]): ConfirmedBy[] | null {
  const all: ConfirmedBy[] = [];
  for (const { byline, answer } of answers) {
    const found = byline === null ? {} : { found: byline.found };
    if (answer.is === 'open') return null;
    if (answer.is === 'person') all.push({ ...found, person_id: answer.id });
    if (answer.is === 'found') all.push({ ...found, typed: byline?.byline.text ?? '' });
    if (answer.is === 'else') {
      if (answer.id !== null) all.push({ ...found, person_id: answer.id });
      else if (answer.typed.trim() !== '') all.push({ ...found, typed: answer.typed.trim() });
      else return null;
    }
  }
  return all;
}

/** "14 changes by Dana Example are not settled." */
export function unsettled({ count, authors }: { count: number; authors: readonly string[] }): string {
  const whose = authors.length === 0 ? '' : ` by ${authors.length > 3 ? `${authors.slice(0, 3).join(', ')} and others` : authors.join(', ')}`;
  return `${count} ${count === 1 ? 'change' : 'changes'}${whose} ${count === 1 ? 'is' : 'are'} not settled`;
}
