import { beforeEach, describe, expect, it } from 'vitest';
import { deviceShelf, forgetKept, keptArticles } from './shelf';

const NOBODY: ReadonlySet<string> = new Set();
const words = (text: string) => ({ text, version: 1, pending: null });

beforeEach(() => localStorage.clear());

describe('words on this device', () => {
  it('are found again by their account alone', () => {
    deviceShelf<string>('ada', 'one', 'head', NOBODY).keep(words('mine'));
    expect(deviceShelf<string>('ada', 'one', 'head', NOBODY).find()?.text).toBe('mine');
    expect(deviceShelf<string>('ben', 'one', 'head', NOBODY).find()).toBeNull();
    expect(keptArticles('ben')).toEqual([]);
  });

  it('are counted by article and go when their account signs out', async () => {
    deviceShelf<string>('ada', 'one', 'head', NOBODY).keep(words('a'));
    deviceShelf<string>('ada', 'one', 'section', NOBODY).keep(words('b'));
    deviceShelf<string>('ada', 'two', 'head', NOBODY).keep(words('c'));
    deviceShelf<string>('ben', 'one', 'head', NOBODY).keep(words('d'));
    expect(keptArticles('ada').sort()).toEqual(['one', 'two']);
    await forgetKept('ada');
    expect(keptArticles('ada')).toEqual([]);
    expect(keptArticles('ben')).toEqual(['one']);
  });

  it('go once they are saved', () => {
    const shelf = deviceShelf<string>('ada', 'one', 'head', NOBODY);
    shelf.keep(words('a'));
    shelf.clear();
    expect(shelf.find()).toBeNull();
    expect(keptArticles('ada')).toEqual([]);
  });
});
