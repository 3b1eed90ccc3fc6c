import type { InvitationToWrite } from '@/api/shapes';
import { date, when } from '@/time';

/** To whom an invitation went, when, and what came of it. */
export function becameOf(sent: InvitationToWrite, now = new Date()): string[] {
  const went = `sent to ${sent.address} ${when(sent.sent_at, now)}`;
  if (sent.accepted_at !== null) return [went, `accepted ${when(sent.accepted_at, now)}`];
  if (sent.withdrawn_at !== null) return [went, `taken back ${when(sent.withdrawn_at, now)}`];
  const opened = sent.opened_at === null ? 'not opened yet' : `opened ${when(sent.opened_at, now)}`;
  const over = new Date(sent.expires_at) <= now ? 'the link has run out' : `the link works until ${date(sent.expires_at, now)}`;
  return [went, opened, over];
}
