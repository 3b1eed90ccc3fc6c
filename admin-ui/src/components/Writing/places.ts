import type { FieldError } from '@/api/problem';
import type { Article } from '@/api/shapes';

/** The places on the writing screen that a fault can be about, as ids. */
export const places = {
  head: 'head',
  title: 'title',
  question: 'question',
  topics: 'topics',
  section: (id: string) => `s-${id}`,
  text: (id: string) => `t-${id}`,
  references: (id: string) => `r-${id}`,
} as const;

/** Where on the writing screen something is put right that keeps a text from being submitted. */
export function placeOf({ field, code }: Pick<FieldError, 'field' | 'code'>, article: Article): string {
  if (field === 'title' || field === 'question' || field === 'topics') return places[field];
  const number = /^sections\.(\d+)(\.\w+)?$/.exec(field)?.[1];
  const section = article.sections[number === undefined ? 0 : Number(number) - 1];
  if (section === undefined) return places.head;
  if (field.endsWith('.references')) return places.references(section.id);
  return code === 'no_byline' ? places.section(section.id) : places.text(section.id);
}

/** Goes to a place and puts the cursor where something can be done about it. */
export function goTo(id: string): void {
  const place = document.getElementById(id);
  if (place === null) return;
  place.scrollIntoView({ block: 'center' });
  const field = place.matches(FIELD) ? place : place.querySelector<HTMLElement>(FIELD);
  field?.focus({ preventScroll: true });
}

const FIELD = 'input, textarea, button, [contenteditable]';
