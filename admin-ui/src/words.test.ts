import { describe, expect, it } from 'vitest';
import type { ArticleRow, CandidateState, PersonRef } from '@/api/shapes';
import { asksOf, nextStep } from '@/components/Queue/asks';
import { authorState, changesLine, count, declineReasons, editorState, list, questions, saveLine, statement, submitLine, told, wordsInRange } from './words';

const person = (id: string, name: string): PersonRef => ({ id, slug: id, byline: { name, letters: [], role: 'author', text: name } });
const me = person('me', 'Ada Author');
const other = person('other', 'Ben Example');
const editor = person('ed', 'Cleo Editor');

const row = (state: CandidateState | null, facts: Partial<ArticleRow> = {}): ArticleRow => ({
  id: state ?? 'live', kind: 'article', title: 'A title', question: null, bylines: [me.byline], topics: [],
  candidate: state === null ? null : { state, since: '2026-11-20T10:00:00Z', by: editor, reason: null, message: null, revision_id: null, digest: null, fingerprint: null },
  public: { state: 'unpublished', since: null, url: null, reason: null }, waiting_for: [], waiting_since: null,
  signatures: { needed: 2, given: 0, approved: false, open_to_you: true }, editor, joint_act: null, updated_at: '2026-11-20T10:00:00Z', ...facts,
});

const signed = (given: number, open_to_you = true) => ({ needed: 2, given, approved: false, open_to_you });
const amended = row('proof_out', { signatures: { needed: 0, given: 0, approved: false, open_to_you: false } });
const publicCopy = (state: ArticleRow['public']['state']) => ({ state, since: null, url: '/articles/a-title', reason: null });
const erased = { ...publicCopy('withdrawn'), url: null };

describe('states, as an author reads them', () => {
  it.each<[string, ArticleRow]>([
    ['Draft', row('draft')],
    ['With the editors', row('submitted')],
    ['With the editors', row('in_review')],
    ['With the editors', amended],
    ['Changes asked for', row('changes_requested')],
    ['Waiting for you to sign', row('proof_out', { waiting_for: [other, me] })],
    ['Signed, waiting for Ben Example', row('proof_out', { waiting_for: [other] })],
    ['Signed, waiting for the editors', row('proof_out')],
    ['Approved', row('approved')],
    ['Declined', row('declined')],
    ['Live', row(null, { public: publicCopy('live') })],
    ['Taken off', row(null, { public: publicCopy('withdrawn') })],
    ['Erased', row(null, { public: erased })],
  ])('%s', (text, article) => expect(authorState(article, me.id).text).toBe(text));
});

describe('states, as an editor reads them', () => {
  it.each<[string, ArticleRow]>([
    ['Draft', row('draft')],
    ['Submitted', row('submitted')],
    ['In review', row('in_review')],
    ['Changes asked for', row('changes_requested')],
    ['Proof out', row('proof_out')],
    ['Approved', row('approved')],
    ['Declined', row('declined')],
    ['Live', row(null, { public: publicCopy('live') })],
    ['Under concern', row(null, { public: publicCopy('under_concern') })],
    ['Withdrawn', row(null, { public: publicCopy('withdrawn') })],
    ['Erased', row(null, { public: erased })],
    ['Retracted', row(null, { public: publicCopy('retracted') })],
  ])('%s', (text, article) => expect(editorState(article).text).toBe(text));

  it('has a shape of its own, so that colour is never alone', () => {
    expect(editorState(row('proof_out', { signatures: signed(1) })).shape).toBe('ring');
    expect(editorState(row('proof_out', { signatures: signed(2) })).shape).toBe('disc');
    expect(editorState(row('approved')).shape).toBe('full-square');
  });
});

describe('the next step of an editor', () => {
  it('is to approve only where this editor can', () => {
    expect(nextStep(row('proof_out', { signatures: signed(2) }), editor.id)).toBe('Approve');
    expect(nextStep(row('proof_out', { signatures: signed(2, false) }), editor.id)).toBe('Look');
    expect(nextStep(row('proof_out', { signatures: signed(1) }), editor.id)).toBe('Look');
  });
});

describe('who is told', () => {
  it('is said only where letters are sent', () => {
    expect(told([me, other], true)).toBe('Ada Author and Ben Example are told by mail, where an address is known.');
    expect(told([me], false)).toBe('No mail is set up here: please tell Ada Author yourself.');
  });
});

describe('the line about saving', () => {
  it('says what the server answered, and nothing more', () => {
    const at = new Date(2026, 10, 23, 9, 12).toISOString();
    expect(saveLine({ is: 'saved', at })).toMatch(/^Saved 9:12\sAM$/);
    expect(saveLine({ is: 'saving' })).toBe('Saving');
    expect(saveLine({ is: 'offline', kept: true })).toBe('Not saved: no connection. Kept on this device');
    expect(saveLine({ is: 'offline', kept: false })).toBe('Not saved: no connection');
    expect(saveLine({ is: 'signed_out', kept: true })).toBe('Not saved: you are signed out');
    expect(saveLine({ is: 'conflict', theirs: { text: '', version: 1, savedAt: at, savedBy: null, savedByMe: false } })).toBe('Not saved: someone else changed this');
    expect(saveLine({ is: 'conflict', theirs: { text: '', version: 1, savedAt: at, savedBy: null, savedByMe: true } })).toBe('Not saved: you changed this in another window');
  });
});

describe('plain words', () => {
  it('writes plurals out and joins names', () => {
    expect([count(1, 'change'), count(2, 'change'), count(0, 'change')]).toEqual(['1 change', '2 changes', '0 changes']);
    expect([list(['A']), list(['A', 'B']), list(['A', 'B', 'C'])]).toEqual(['A', 'A and B', 'A, B and C']);
  });

  it('asks for one tick, in the number of its authors', () => {
    expect(submitLine(1)).toBe('This is my own work, and no client could be recognized in it.');
    expect(submitLine(2)).toBe('This is our own work, and no client could be recognized in it.');
  });

  it('never speaks of the machinery to an author', () => {
    const jargon = /digest|hash|candidate|revision|attest|token|workflow|409|de-identif|\bsafe\b/i;
    const states: CandidateState[] = ['draft', 'submitted', 'in_review', 'changes_requested', 'proof_out', 'approved', 'declined'];
    const asks = asksOf(states.map((s) => row(s, { waiting_for: [me] })), me.id).flatMap((ask) => [ask.title, ask.text]);
    const said = [...states.map((s) => authorState(row(s), me.id).text), ...statement, submitLine(1), ...questions.flatMap((q) => [q.text, q.details]), ...asks];
    for (const sentence of said) expect(sentence).not.toMatch(jargon);
    expect(declineReasons).toHaveLength(4);
  });
});

describe('what is asked of an author', () => {
  it('puts signatures first, then changes, the longest waiting first', () => {
    const asks = asksOf(
      [
        row('changes_requested', { id: 'c' }),
        row('proof_out', { id: 'new', waiting_for: [me], waiting_since: '2026-11-22T10:00:00Z' }),
        row('proof_out', { id: 'old', waiting_for: [me], waiting_since: '2026-11-19T10:00:00Z' }),
        row('proof_out', { id: 'not-mine', waiting_for: [other] }),
        row('draft', { id: 'd' }),
      ],
      me.id,
    );
    expect(asks.map((ask) => ask.row.id)).toEqual(['old', 'new', 'c']);
  });
});

describe('how much changed', () => {
  it.each([
    [{ changes: 14, words_added: 120, words_removed: 30 }, '14 changes: 120 words added, 30 removed'],
    [{ changes: 1, words_added: 1, words_removed: 0 }, '1 change: 1 word added'],
    [{ changes: 2, words_added: 0, words_removed: 1200 }, '2 changes: 1,200 words removed'],
    [{ changes: 1, words_added: 0, words_removed: 0 }, '1 change, in the marks alone'],
    [{ changes: 0, words_added: 0, words_removed: 0 }, 'Nothing changed since.'],
  ])('%j', (since, line) => expect(changesLine(since)).toBe(line));
});

describe('how long a text is', () => {
  it.each([
    [0, '0 words; 800 to 1,500 are usual'],
    [1, '1 word; 800 to 1,500 are usual'],
    [800, '800 words, within 800 to 1,500'],
    [1024, '1,024 words, within 800 to 1,500'],
    [1500, '1,500 words, within 800 to 1,500'],
    [1501, '1,501 words; 800 to 1,500 are usual'],
  ])('%i', (words, line) => expect(wordsInRange(words)).toBe(line));
});
