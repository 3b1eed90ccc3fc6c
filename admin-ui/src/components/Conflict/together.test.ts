import { describe, expect, it } from 'vitest';
import { together } from './together';

describe('two texts put together', () => {
  it('keeps what both have once, and what only one has in its place', () => {
    expect(together('<p>one</p><p>mine</p><p>two</p>', '<p>one</p><p>two</p><p>theirs</p>')).toBe(
      '<p>one</p><p>mine</p><p>two</p><p>theirs</p>',
    );
  });

  it('shows both versions of a paragraph that both changed, mine first', () => {
    expect(together('<p>a</p><p>mine</p>', '<p>a</p><p>theirs</p>')).toBe('<p>a</p><p>mine</p><p>theirs</p>');
  });

  it('is the same text for two equal texts', () => {
    expect(together('<p>a</p><ul><li>b</li></ul>', '<p>a</p><ul><li>b</li></ul>')).toBe('<p>a</p><ul><li>b</li></ul>');
  });

  it('loses no block of either', () => {
    const merged = together('<p>x</p><p>y</p>', '<p>z</p>');
    for (const word of ['x', 'y', 'z']) expect(merged).toContain(word);
  });
});
