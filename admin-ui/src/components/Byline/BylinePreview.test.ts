import { describe, expect, it } from 'vitest';
import { previewOf, remarks } from './BylinePreview';

const parsed = (facts: Partial<Parameters<typeof previewOf>[0]>) => ({ name: 'Jo Example', letters: [], unknown_letters: [], practice: false, ...facts });

describe('the byline preview', () => {
  it('prints the name and the known letters, in the order typed', () => {
    expect(previewOf(parsed({ letters: ['MA', 'LPC'] }))).toBe('Jo Example, MA, LPC');
    expect(previewOf(parsed({}))).toBe('Jo Example');
  });

  it('says which letters it does not know', () => {
    expect(remarks(parsed({ letters: ['MA'], unknown_letters: ['XYZ'] }))).toEqual([
      'We do not know the letters XYZ. They are kept aside; the editors will ask.',
    ]);
    expect(remarks(parsed({ unknown_letters: ['XYZ', 'QQ'] }))[0]).toContain('XYZ and QQ. They are');
  });

  it('asks for a person where a practice was typed', () => {
    expect(remarks(parsed({ name: 'Quiet River Group', practice: true }))).toContain(
      'This looks like the name of a practice. Please write the name of a person.',
    );
  });

  it('says when no letters will be printed', () => {
    expect(remarks(parsed({}))).toEqual(['No letters are printed after the name.']);
  });
});
