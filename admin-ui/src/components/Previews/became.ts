import type { PreviewLink } from '@/api/shapes';
import { fullDate, when } from '@/time';

/** What came of a link, in a few words each: opened or not, and until when it can be read. */
export function becameOf(link: PreviewLink, now = new Date()): string[] {
  const opened = link.opened_at === null ? 'not opened yet' : `first opened ${when(link.opened_at, now)}`;
  if (link.revoked_at !== null) return [opened, `revoked ${when(link.revoked_at, now)}`];
  if (link.open) return [opened, `can be read until ${fullDate(link.expires_at)}`];
  return [opened, new Date(link.expires_at) <= now ? `ended ${when(link.expires_at, now)}` : 'shows nothing any more'];
}
