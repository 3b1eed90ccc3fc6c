import { describe, expect, it } from 'vitest';
import type { FoundByline } from '@/api/shapes';
import { asked, confirmed, unsettled } from './choices';

const byline = (place: FoundByline['place'], text: string): FoundByline => ({
  found: `By ${text}`,
  place,
  byline: { name: text, letters: [], role: 'author', text },
  unknown_letters: [],
  matches: [],
});

describe('who stands over a document', () => {
  it('is asked of lines first, and of what is told about an author only where there is no line', () => {
    const line = byline('line', 'Jo Example');
    const about = byline('about', 'Sam Sample');
    expect(asked([line, about])).toEqual([line]);
    expect(asked([about])).toEqual([about]);
  });

  it('is nobody until somebody says so', () => {
    const line = byline('line', 'Jo Example');
    expect(confirmed([{ byline: line, answer: { is: 'open' } }])).toBeNull();
    expect(confirmed([{ byline: line, answer: { is: 'else', id: null, typed: ' ' } }])).toBeNull();
    expect(confirmed([{ byline: line, answer: { is: 'nobody' } }])).toEqual([]);
    expect(confirmed([{ byline: line, answer: { is: 'person', id: '7' } }])).toEqual([{ found: 'By Jo Example', person_id: '7' }]);
    expect(confirmed([{ byline: line, answer: { is: 'found' } }])).toEqual([{ found: 'By Jo Example', typed: 'Jo Example' }]);
    expect(confirmed([{ byline: null, answer: { is: 'else', id: null, typed: 'Ada Specimen' } }])).toEqual([{ typed: 'Ada Specimen' }]);
  });

  it('counts what is not settled in whole words', () => {
    expect(unsettled({ count: 1, authors: ['Dana Example'] })).toBe('1 change by Dana Example is not settled');
    expect(unsettled({ count: 14, authors: [] })).toBe('14 changes are not settled');
    expect(unsettled({ count: 2, authors: ['A', 'B', 'C', 'D'] })).toBe('2 changes by A, B, C and others are not settled');
  });
});
