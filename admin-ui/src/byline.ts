// How names are printed over a text: as the server prints them, for what is not printed yet.
import type { Byline, ContributorRole } from '@/api/shapes';

/** What somebody did, in the order in which names are printed. */
export const ROLES: readonly { value: ContributorRole; label: string; means: string }[] = [
  { value: 'author', label: 'Author', means: 'Wrote it.' },
  { value: 'with', label: 'With', means: 'Helped to write it: “with Jo Example”.' },
  { value: 'translator', label: 'Translator', means: 'Put it into this language.' },
  { value: 'illustrator', label: 'Illustrator', means: 'Made the pictures.' },
];

/** What somebody did where it was not the writing alone: in a list of facts about them. */
export function printedRole(role: ContributorRole): string[] {
  return role === 'author' ? [] : [role === 'with' ? 'wrote with the authors' : role];
}

type Printed = Pick<Byline, 'text' | 'role'>;

/** "Jo Example, MA, LPC, with Sam Example, PhD. Translated by Ira Example" */
export function printedLine(bylines: readonly Printed[]): string {
  let line = '';
  for (const { value: role } of ROLES) {
    const group = bylines.filter((b) => b.role === role).map((b) => b.text);
    if (group.length === 0) continue;
    line += lead(role, line) + together(group);
  }
  return line;
}

function lead(role: ContributorRole, before: string): string {
  if (role === 'author') return '';
  if (role === 'with') return before === '' ? 'With ' : ', with ';
  const stop = before === '' ? '' : before.endsWith('.') ? ' ' : '. ';
  return stop + (role === 'translator' ? 'Translated by ' : 'Illustrated by ');
}

function together(group: readonly string[]): string {
  if (group.length < 2) return group[0] ?? '';
  return `${group.slice(0, -1).join('; ')} and ${group.at(-1) ?? ''}`;
}

/** The names in the order printed: authors first, the others as they stand. */
export function inOrder<T extends { role: ContributorRole }>(people: readonly T[]): T[] {
  return ROLES.flatMap(({ value }) => people.filter((p) => p.role === value));
}
