import type { PersonRow } from '@/api/shapes';

/**
 * Who might be the same person: the same last name and the same first letter, and not two accounts. Only a
 * suggestion; a person decides.
 */
export function mightBe(one: PersonRow, all: readonly PersonRow[]): PersonRow | null {
  const key = keyOf(one);
  return all.find((other) => other.id !== one.id && keyOf(other) === key && (other.account === null || one.account === null)) ?? null;
}

function keyOf({ byline }: PersonRow): string {
  const words = byline.name.toLowerCase().replaceAll('.', '').split(/\s+/);
  return `${words[0]?.charAt(0) ?? ''} ${words.at(-1) ?? ''}`;
}
