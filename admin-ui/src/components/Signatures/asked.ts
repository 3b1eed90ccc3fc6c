import type { SignedContributor } from '@/api/shapes';
import { moment, weekday } from '@/time';
import { list } from '@/words';

/** When and which way somebody was asked to sign, and what came of it. Ways are told to editors alone. */
export function askedWords(c: SignedContributor): string[] {
  const shown = c.link_shown_to === null ? [] : [`${c.link_shown_to.byline.name} was shown the link that signed`];
  if (c.signed_at !== null) return [...shown, moment(c.signed_at)];
  return [asked(c), ...copied(c), ...reminded(c)];
}

function asked(c: SignedContributor): string {
  const since = c.asked_at ?? c.link_made_at;
  if (since === null) return 'not asked yet';
  const by = c.way?.mailed_to == null ? '' : ` by mail to ${c.way.mailed_to}`;
  return `asked ${weekday(since)}${by}`;
}

function copied({ way }: SignedContributor): string[] {
  if (way?.copied_by == null || way.copied_at === null) return [];
  return [`link copied by ${way.copied_by.byline.name} on ${weekday(way.copied_at)}`];
}

function reminded({ reminded: days }: SignedContributor): string[] {
  return days.length === 0 ? [] : [`reminded on ${list(days.map(weekday))}`];
}
