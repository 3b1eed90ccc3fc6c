// Every sentence that more than one screen says. Authors read plain words: never digest, hash, candidate,
// revision, attest, token, workflow. People have no he or she: the name is repeated.
import type { SaveState } from '@/saving/saver';
import type { ArticleRow, Byline, Candidate, CandidateState, PersonRef, PublicCopy, Question, SignatureCount } from '@/api/shapes';
import { printedLine } from '@/byline';
import { clock } from '@/time';

/** "1 change", "2 changes": plurals are written out. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** How many words an article has here as a rule. */
export const houseRange = { least: 800, most: 1500 } as const;

const number = (n: number): string => n.toLocaleString('en-US');

/** "1,024 words, within 800 to 1,500": said calmly, since a good text may be shorter or longer. */
export function wordsInRange(words: number): string {
  const { least, most } = houseRange;
  const range = `${number(least)} to ${number(most)}`;
  const all = `${number(words)} ${words === 1 ? 'word' : 'words'}`;
  return words >= least && words <= most ? `${all}, within ${range}` : `${all}; ${range} are usual`;
}

/** "14 changes: 120 words added, 30 removed" */
export function changesLine({ changes, words_added, words_removed }: { changes: number; words_added: number; words_removed: number }): string {
  if (changes === 0) return 'Nothing changed since.';
  const words = [
    words_added > 0 && `${number(words_added)} ${words_added === 1 ? 'word' : 'words'} added`,
    words_removed > 0 && `${number(words_removed)} ${words_added > 0 ? '' : words_removed === 1 ? 'word ' : 'words '}removed`,
  ].filter((part) => part !== false);
  return words.length === 0 ? `${count(changes, 'change')}, in the marks alone` : `${count(changes, 'change')}: ${words.join(', ')}`;
}

/** "A", "A and B", "A, B and C" */
export function list(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

export const names = (people: readonly PersonRef[]): string => list(people.map((p) => p.byline.name));
export const firstName = (name: string): string => name.split(' ')[0] ?? name;
export const titleOf = (a: { title: string }): string => a.title.trim() || 'Without a title';

/** Colour never stands alone: a state has a shape, a ring under way, a disc when done, a square to repeat. */
export interface StateWords {
  text: string;
  tone: 'plain' | 'accent' | 'warn' | 'bad' | 'still';
  shape: 'ring' | 'disc' | 'square' | 'full-square';
}

const state = (text: string, tone: StateWords['tone'], shape: StateWords['shape'] = 'ring'): StateWords => ({ text, tone, shape });

const editorStates: Record<CandidateState, StateWords> = {
  draft: state('Draft', 'still'),
  submitted: state('Submitted', 'plain'),
  in_review: state('In review', 'accent'),
  changes_requested: state('Changes asked for', 'warn'),
  proof_out: state('Proof out', 'accent'),
  approved: state('Approved', 'accent', 'full-square'),
  scheduled: state('Scheduled', 'accent', 'full-square'),
  declined: state('Declined', 'still'),
};

export function editorState(row: { candidate: Candidate | null; public: PublicCopy; signatures?: SignatureCount }): StateWords {
  if (row.candidate === null) return publicState(row.public, 'editor');
  const words = editorStates[row.candidate.state];
  const all = row.signatures;
  const isSigned = row.candidate.state === 'proof_out' && all !== undefined && all.needed > 0 && all.given >= all.needed;
  return isSigned ? { ...words, shape: 'disc' } : words;
}

/** Two editors change what readers have: no author's signature is asked for. */
export const isAmendment = (row: { candidate: Candidate | null; signatures?: SignatureCount }): boolean =>
  row.candidate?.state === 'proof_out' && row.signatures?.needed === 0;

type Mine = Pick<ArticleRow, 'candidate' | 'public' | 'waiting_for'> & { signatures?: SignatureCount };

export function authorState(row: Mine, me: string): StateWords {
  if (row.candidate === null) return publicState(row.public, 'author');
  switch (row.candidate.state) {
    case 'draft':
      return state('Draft', 'still');
    case 'submitted':
    case 'in_review':
      return state('With the editors', 'accent');
    case 'changes_requested':
      return state('Changes asked for', 'warn');
    case 'proof_out':
      if (isAmendment(row)) return state('With the editors', 'accent');
      if (row.waiting_for.some((p) => p.id === me)) return state('Waiting for you to sign', 'warn');
      return state(`Signed, waiting for ${names(row.waiting_for) || 'the editors'}`, 'accent', 'disc');
    case 'approved':
    case 'scheduled':
      return state('Approved', 'accent', 'full-square');
    case 'declined':
      return state('Declined', 'still');
  }
}

/** What an editor wrote to the authors; the reason alone where there were no words. */
export function wordsTo(candidate: Candidate | null): string {
  if (candidate === null) return '';
  return candidate.message !== null && candidate.message !== '' ? candidate.message : (candidate.reason ?? '');
}

/** Two people erased it: no word and no address is left. */
export const isErased = (copy: PublicCopy): boolean => copy.state === 'withdrawn' && copy.url === null;

export function publicState(copy: PublicCopy, who: 'author' | 'editor'): StateWords {
  switch (copy.state) {
    case 'unpublished':
      return state('Draft', 'still');
    case 'live':
      return state('Live', 'accent', 'disc');
    case 'under_concern':
      return state('Under concern', 'warn');
    case 'withdrawn':
      return state(isErased(copy) ? 'Erased' : who === 'author' ? 'Taken off' : 'Withdrawn', 'still');
    case 'retracted':
      return state('Retracted', 'bad', 'square');
  }
}

/** The line that tells whether the text is saved. It says only what the server has answered. */
export function saveLine(s: SaveState<unknown>): string {
  switch (s.is) {
    case 'saved':
      return `Saved ${clock(s.at)}`;
    case 'saving':
      return 'Saving';
    case 'offline':
      return s.kept ? 'Not saved: no connection. Kept on this device' : 'Not saved: no connection';
    case 'signed_out':
      return 'Not saved: you are signed out';
    case 'conflict':
      return s.theirs.savedByMe ? 'Not saved: you changed this in another window' : 'Not saved: someone else changed this';
    case 'refused':
      return `Not saved: ${s.why}`;
  }
}

/** After an act of an editor: that they were told, or that nobody but the editor can tell them. */
export function told(people: readonly PersonRef[], mail: boolean): string {
  const who = names(people) || 'The author';
  if (!mail) return `No mail is set up here: please tell ${names(people) || 'the author'} yourself.`;
  return `${who} ${people.length > 1 ? 'are' : 'is'} told by mail, where an address is known.`;
}

export const byline = (b: Byline): string => b.text;

/** What a list prints under a title. */
export function rowByline(row: Pick<ArticleRow, 'kind' | 'bylines'>): string {
  if (row.kind === 'expert_answers' && row.bylines.length > 1) {
    return `Expert answers, ${count(row.bylines.length, 'clinician')}`;
  }
  return printedLine(row.bylines);
}

export const statement = [
  'The words under my name are mine, or I agree with them.',
  'Nobody I have treated could be recognized in them, not even by themselves, unless they agreed in writing.',
  'My five answers are true, and you may publish this text under my name.',
];

export function submitLine(sections: number): string {
  return `This is ${sections > 1 ? 'our' : 'my'} own work, and no client could be recognized in it.`;
}

export const questions: { key: Question; text: string; short: string; details: string }[] = [
  { key: 'interests', text: 'Do you gain from anything you recommend here?', short: 'gain', details: 'What do you gain, and from what? Readers are told.' },
  { key: 'sponsorship', text: 'Did anyone pay for it, or are there paid links?', short: 'payment', details: 'Who paid, or which links? Readers are told.' },
  { key: 'published_before', text: 'Has it been published before?', short: 'publication', details: 'Where and when?' },
  { key: 'ai_assistance', text: 'Did an AI tool help to write it?', short: 'AI tools', details: 'Which tool, and for what?' },
  { key: 'case_material', text: 'Does it tell of a real client?', short: 'clients', details: 'What was changed, or what was agreed?' },
];

/** The two kinds of yes to the question about clients. */
export const caseAnswers = { disguised: 'Disguised', agreed: 'Agreed in writing' } as const;

export const declineReasons = ['Outside our topics', 'Published elsewhere', 'Not safe to print as it is', 'Another reason'];

export const notFoundAnything = 'We did not find anything. That is no promise: you know your clients, we do not.';


export const kinds = { article: 'One article', expert_answers: 'Expert answers to a question' } as const;
