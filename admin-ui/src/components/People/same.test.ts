import { describe, expect, it } from 'vitest';
import type { PersonRow } from '@/api/shapes';
import { mightBe } from './same';

const person = (id: string, name: string, hasAccount: boolean): PersonRow => ({
  id, slug: id, byline: { name, letters: [], role: 'author', text: name }, account: hasAccount ? { id: `a-${id}`, email: `${id}@x.example` } : null, articles: 1,
});

describe('who might be one person', () => {
  const jo = person('1', 'Jo Example', true);
  it('is suggested for an initial and the same last name', () => {
    expect(mightBe(jo, [jo, person('2', 'J. Example', false)])?.id).toBe('2');
  });
  it('is never suggested for two accounts, or for another name', () => {
    expect(mightBe(jo, [jo, person('2', 'Jane Example', true), person('3', 'Jo Sample', false)])).toBeNull();
  });
});
