import { describe, expect, it } from 'vitest';
import type { HistoryItem } from '@/api/shapes';
import { objection } from './lately';

/** The newest first, as the screens have it. */
const acts = (...names: string[]): HistoryItem[] =>
  names.map((act, i) => ({ at: `2026-11-${20 - i}T10:00:00Z`, by: null, caller: 'account', act, detail: {}, revision_id: null, fingerprint: null, kept_id: null }));

describe('what stands open in the history', () => {
  it('is an objection until the editors have answered it', () => {
    expect(objection(acts('object', 'send_proof', 'submit'))?.act).toBe('object');
    expect(objection(acts('set_topics', 'object', 'send_proof'))?.act).toBe('object');
    expect(objection(acts('send_proof', 'object', 'send_proof'))).toBeNull();
    expect(objection(acts('submit', 'begin'))).toBeNull();
  });
});
