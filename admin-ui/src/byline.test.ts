import { describe, expect, it } from 'vitest';
import type { ContributorRole } from '@/api/shapes';
import { inOrder, printedLine } from './byline';

const one = (text: string, role: ContributorRole = 'author') => ({ text, role });

describe('names as they are printed', () => {
  it('keeps letters with their names', () => {
    expect(printedLine([])).toBe('');
    expect(printedLine([one('A, MA'), one('B, PhD'), one('C')])).toBe('A, MA; B, PhD and C');
  });

  it('prints each for what they did, as the server does', () => {
    const all = [one('D', 'translator'), one('A, MA'), one('B, PhD'), one('C, LPC', 'with'), one('E Jr.', 'illustrator')];
    expect(printedLine(all)).toBe('A, MA and B, PhD, with C, LPC. Translated by D. Illustrated by E Jr.');
    expect(printedLine([one('F Jr.'), one('D', 'translator')])).toBe('F Jr. Translated by D');
    expect(printedLine([one('C', 'with'), one('E', 'illustrator')])).toBe('With C. Illustrated by E');
  });

  it('puts authors first and leaves the others as they stand', () => {
    const all = [one('D', 'translator'), one('A'), one('C', 'with'), one('B')];
    expect(inOrder(all).map((p) => p.text)).toEqual(['A', 'B', 'C', 'D']);
  });
});
