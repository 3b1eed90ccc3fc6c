import { describe, expect, it } from 'vitest';
import type { PersonRef, SignedContributor } from '@/api/shapes';
import { askedWords } from './asked';

const person: PersonRef = { id: 'a', slug: 'a', byline: { name: 'Ada Example', letters: [], role: 'author', text: 'Ada Example' } };
const dana = { ...person, id: 'd', byline: { ...person.byline, name: 'Dana Example', text: 'Dana Example' } };
const one = (facts: Partial<SignedContributor> = {}): SignedContributor =>
  ({ person, signed_at: null, link_made_at: null, link_shown_to: null, asked_at: null, reminded: [], way: null, ...facts });
const monday = '2026-11-23T12:00:00Z';
const friday = '2026-11-27T12:00:00Z';

describe('how somebody was asked', () => {
  it('says when, and when again', () => {
    expect(askedWords(one())).toEqual(['not asked yet']);
    expect(askedWords(one({ asked_at: monday }))).toEqual(['asked Monday, November 23']);
    expect(askedWords(one({ asked_at: monday, reminded: [friday] }))).toEqual(['asked Monday, November 23', 'reminded on Friday, November 27']);
  });

  it('tells editors which way', () => {
    const way = { mailed_to: 'ada@house.example', copied_by: dana, copied_at: friday, can_remind: true };
    expect(askedWords(one({ asked_at: monday, way }))).toEqual([
      'asked Monday, November 23 by mail to ada@house.example',
      'link copied by Dana Example on Friday, November 27',
    ]);
  });

  it('has nothing more to say of who has signed but by which link', () => {
    const signed = one({ asked_at: monday, reminded: [friday], signed_at: friday });
    expect(askedWords(signed)).toHaveLength(1);
    expect(askedWords({ ...signed, link_shown_to: dana })[0]).toBe('Dana Example was shown the link that signed');
  });
});
