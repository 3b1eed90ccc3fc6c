import { describe, expect, it } from 'vitest';
import { findQuote } from './quote';

const found = (text: string, quote: string, before = ''): string | null => {
  const place = findQuote(text, quote, before);
  return place === null ? null : `${text.slice(0, place.from)}[${text.slice(place.from, place.to)}]${text.slice(place.to)}`;
};

describe('quoted words', () => {
  it('are found where they stand', () => {
    expect(found('Begin with a walk.', 'a walk')).toBe('Begin with [a walk].');
    expect(found('Begin with a walk.', 'a swim')).toBeNull();
  });

  it('are told apart by what stands before them', () => {
    const text = 'He walks. She walks. They walk.';
    expect(found(text, 'walks', 'He ')).toBe('He [walks]. She walks. They walk.');
    expect(found(text, 'walks', 'walks. She ')).toBe('He walks. She [walks]. They walk.');
    expect(found(text, 'walks', 'something else ')).toBe('He [walks]. She walks. They walk.');
  });

  it('are found however their spaces and lines are written', () => {
    expect(found('One  two\nthree four', 'two three')).toBe('One  [two\nthree] four');
    expect(found('One two three', 'two\n three ')).toBe('One [two three]');
  });

  it('that are none mark the place behind what stood before', () => {
    expect(found('Here it goes on', '', 'Here')).toBe('Here[] it goes on');
    expect(found('Here', '', '')).toBeNull();
  });
});
