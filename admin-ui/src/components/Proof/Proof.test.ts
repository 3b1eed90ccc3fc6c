import { describe, expect, it } from 'vitest';
import type { Declarations } from '@/api/shapes';
import { numberMarks, step } from './marks';
import { answerWords, filledIn, missingTitle, openQuestions, toSend } from './questions';

describe('walking through the changes', () => {
  it('begins at the first, or at the last going back, and stays at the ends', () => {
    expect(step(null, 1, 14)).toBe(1);
    expect(step(null, -1, 14)).toBe(14);
    expect(step(13, 1, 14)).toBe(14);
    expect(step(14, 1, 14)).toBe(14);
    expect(step(1, -1, 14)).toBe(1);
    expect(step(null, 1, 0)).toBe(0);
  });
});

describe('numbering the marks', () => {
  const numbers = (html: string) => [...numberMarks(html).matchAll(/<(ins|del) data-change="(\d+)"/g)].map((m) => `${m[1]}${m[2]}`);

  it('counts a removal and the addition after it as one change', () => {
    expect(numbers('<p><del>a</del> <ins>b</ins> and <ins>c</ins> <del>d</del></p>')).toEqual(['del1', 'ins1', 'ins2', 'del3']);
  });

  it('keeps the numbers of the server', () => {
    expect(numbers('<p><del data-change="7">a</del><ins data-change="7">b</ins></p>')).toEqual(['del7', 'ins7']);
  });

  it('gives the number to the last mark of a change', () => {
    expect(numberMarks('<p><del>a</del><ins>b</ins></p>')).toBe('<p><del data-change="1">a</del><ins data-change="1" data-last="true">b</ins></p>');
  });
});

describe('the five questions', () => {
  const answers = (facts: Partial<Declarations>): Declarations => ({
    interests: { answer: 'no' }, sponsorship: { answer: 'no' }, published_before: { answer: 'no' },
    ai_assistance: { answer: 'no' }, case_material: { answer: 'no' }, ...facts,
  });

  it('is open when nobody answered, or when a yes says nothing', () => {
    const open = openQuestions(answers({ ai_assistance: { answer: 'not_asked' }, interests: { answer: 'yes', details: ' ' } }));
    expect(open.map((q) => q.key)).toEqual(['interests', 'ai_assistance']);
    expect(openQuestions(answers({}))).toEqual([]);
  });

  it('says how many are missing', () => {
    expect(missingTitle(1)).toBe('Not signed yet. One answer is missing:');
    expect(missingTitle(2)).toBe('Not signed yet. Two answers are missing:');
    expect(filledIn(2)).toBe('Three are filled in from last time. Please look at them and answer the other two.');
    expect(filledIn(5)).toBe('Please answer each of them.');
    expect(filledIn(0)).toBe('All five are filled in. Please look at them.');
  });

  it('tells the two kinds of yes about clients apart', () => {
    expect(answerWords('case_material', { answer: 'yes', details: 'Disguised' })).toBe('Yes, disguised');
    expect(answerWords('case_material', { answer: 'yes', details: 'Agreed in writing' })).toBe('Yes, who agreed in writing');
    expect(answerWords('interests', { answer: 'yes', details: 'my book' })).toBe('Yes: my book');
  });

  it('sends no details with a no', () => {
    expect(toSend(answers({ interests: { answer: 'no', details: 'typed by the way' } })).interests).toEqual({ answer: 'no' });
  });
});
