import { describe, expect, it } from 'vitest';
import type { Proof } from '@/api/shapes';
import { headChanges, partsOf } from './headMarks';

const bylines = [{ name: 'Jo Example', letters: ['LPC'], role: 'author', text: 'Jo Example, LPC' }];
const proof = (head: object, section: object = {}): Proof =>
  ({
    head: { title: 'Rest', summary: 'Why', marked_title: 'Rest', marked_summary: 'Why', ...head },
    question: null,
    marked_question: null,
    sections: [{ section_id: 's', bylines, marked_byline: 'Jo Example, LPC', mine: true, ...section }],
  }) as unknown as Proof;

describe('the marks round the text', () => {
  it('is the plain words where nothing is marked', () => {
    expect(partsOf(proof({})).title.html).toBe('Rest');
    expect(headChanges(proof({}))).toEqual([]);
  });

  it('numbers its changes over title, names and summary', () => {
    const marked = proof(
      {
        marked_title: '<del data-change="1">Sleep</del><ins data-change="1">Rest</ins> and <ins data-change="2">more</ins>',
        marked_summary: '<del>How</del><ins>Why</ins>',
      },
      { marked_byline: 'Jo Example, <del data-change="1">LAC</del><ins data-change="1">LPC</ins>' },
    );
    expect(headChanges(marked)).toEqual([
      { key: 'title:1', number: 1 },
      { key: 'title:2', number: 2 },
      { key: 'byline-s:1', number: 3 },
      { key: 'summary:1', number: 4 },
    ]);
  });

  it('says nothing of changes in the names of others', () => {
    expect(headChanges(proof({}, { mine: false, marked_byline: '<ins data-change="1">Jo</ins>' }))).toEqual([]);
  });
});
