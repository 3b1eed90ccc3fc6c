import type { Answer, Declarations, Question } from '@/api/shapes';
import { caseAnswers, questions } from '@/words';

/** The questions that stand open: not answered, or answered yes without a word about it. */
export function openQuestions(declarations: Declarations): { key: Question; text: string }[] {
  return questions.filter(({ key }) => isOpen(declarations[key]));
}

export function isOpen(answer: Answer): boolean {
  return answer.answer === 'not_asked' || (answer.answer === 'yes' && (answer.details ?? '').trim() === '');
}

export function answerWords(key: Question, answer: Answer): string {
  if (answer.answer === 'not_asked') return 'Not answered yet';
  if (answer.answer === 'no') return 'No';
  const details = (answer.details ?? '').trim();
  if (key === 'case_material') return details.startsWith(caseAnswers.agreed) ? 'Yes, who agreed in writing' : 'Yes, disguised';
  return details === '' ? 'Yes' : `Yes: ${details}`;
}

/** A "no" is sent without details, so that nothing typed by the way is signed. */
export function toSend(declarations: Declarations): Declarations {
  const tidy = (answer: Answer): Answer =>
    answer.answer === 'yes' ? { answer: 'yes', details: (answer.details ?? '').trim() } : { answer: answer.answer };
  return Object.fromEntries(questions.map(({ key }) => [key, tidy(declarations[key])])) as Declarations;
}

const WORDS = ['No', 'One', 'Two', 'Three', 'Four', 'Five'];

export function missingTitle(n: number): string {
  return n === 1 ? 'Not signed yet. One answer is missing:' : `Not signed yet. ${WORDS[n] ?? String(n)} answers are missing:`;
}

/** "Three are filled in from last time. Please look at them and answer the other two." */
export function filledIn(open: number): string {
  const filled = questions.length - open;
  const small = (n: number) => (WORDS[n] ?? String(n)).toLowerCase();
  if (open === 0) return 'All five are filled in. Please look at them.';
  if (filled === 0) return 'Please answer each of them.';
  const has = `${WORDS[filled] ?? String(filled)} ${filled === 1 ? 'is' : 'are'} filled in from last time.`;
  return `${has} Please look at ${filled === 1 ? 'it' : 'them'} and answer the other ${open === 1 ? 'one' : small(open)}.`;
}
