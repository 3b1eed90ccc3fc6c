import { expect, test } from 'vitest';
import type { PreviewLink } from '@/api/shapes';
import { becameOf } from './became';
import { canBeShown } from './canBeShown';

const now = new Date('2026-11-29T12:00:00');
const link: PreviewLink = {
  id: '1',
  made_by: {} as PreviewLink['made_by'],
  made_at: '2026-11-28T09:00:00',
  expires_at: '2026-12-12T09:00:00',
  opened_at: null,
  revoked_at: null,
  open: true,
};

test('a link that opens says until when', () => {
  expect(becameOf(link, now)).toEqual(['not opened yet', 'can be read until December 12, 2026']);
  expect(becameOf({ ...link, opened_at: '2026-11-29T08:05:00' }, now)[0]).toBe('first opened today, 8:05 AM');
});

test('a link that opens nothing says why, as far as it is known', () => {
  expect(becameOf({ ...link, open: false, revoked_at: '2026-11-28T10:00:00' }, now)[1]).toBe('revoked yesterday, 10:00 AM');
  expect(becameOf({ ...link, open: false, expires_at: '2026-11-20T09:00:00' }, now)[1]).toBe('ended November 20');
  expect(becameOf({ ...link, open: false }, now)[1]).toBe('shows nothing any more');
});

test('what is not under way, or was declined, is shown to nobody', () => {
  const under = (state: string) => ({ candidate: { state } }) as Parameters<typeof canBeShown>[0];
  expect(canBeShown(under('draft'))).toBe(true);
  expect(canBeShown(under('proof_out'))).toBe(true);
  expect(canBeShown(under('declined'))).toBe(false);
  expect(canBeShown({ candidate: null })).toBe(false);
});
