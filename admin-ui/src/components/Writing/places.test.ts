import { beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '@/api/shapes';
import { goTo, placeOf } from './places';

const article = { sections: [{ id: 'a' }, { id: 'b' }] } as Article;

describe('where a fault is put right', () => {
  it.each([
    ['title', 'no_title', 'title'],
    ['question', 'no_question', 'question'],
    ['topics', 'no_topic', 'topics'],
    ['sections.2', 'no_byline', 's-b'],
    ['sections.1', 'no_text', 't-a'],
    ['sections.9', 'no_text', 'head'],
    ['sections.2.references', 'no_reference', 'r-b'],
    ['sections.1.images', 'no_alt', 't-a'],
  ])('%s, %s', (field, code, place) => expect(placeOf({ field, code }, article)).toBe(place));
});

describe('going there', () => {
  beforeEach(() => {
    document.body.innerHTML = '<textarea id="title"></textarea><section id="s-a"><p>Nobody yet</p><button>Say who wrote it</button></section>';
  });

  it('puts the cursor into the field', () => {
    goTo('title');
    expect(document.activeElement?.id).toBe('title');
  });

  it('or onto the first thing that can be done there', () => {
    goTo('s-a');
    expect(document.activeElement?.textContent).toBe('Say who wrote it');
  });

  it('stays where it is when there is no such place', () => {
    goTo('nowhere');
    expect(document.activeElement).toBe(document.body);
  });
});
