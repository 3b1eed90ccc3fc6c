import { describe, expect, it } from 'vitest';
import type { InvitationToWrite } from '@/api/shapes';
import { becameOf } from './invited';

const now = new Date(2026, 10, 29, 12);
const at = (day: number) => new Date(2026, 10, day, 9).toISOString();
const sent = (facts: Partial<InvitationToWrite> = {}): InvitationToWrite =>
  ({
    id: 'i', address: 'a…@house.example', sent_at: at(20), opened_at: null, accepted_at: null, withdrawn_at: null, expires_at: new Date(2026, 11, 4).toISOString(), ...facts,
  }) as InvitationToWrite;

describe('what came of an invitation', () => {
  it('is told from the first to the last', () => {
    expect(becameOf(sent(), now)).toEqual(['sent to a…@house.example November 20', 'not opened yet', 'the link works until December 4']);
    expect(becameOf(sent({ opened_at: at(28) }), now)[1]).toMatch(/^opened yesterday/);
    expect(becameOf(sent({ opened_at: at(28), accepted_at: at(29) }), now).slice(1)).toEqual([expect.stringMatching(/^accepted today/)]);
    expect(becameOf(sent({ withdrawn_at: at(21) }), now).slice(1)).toEqual(['taken back November 21']);
    expect(becameOf(sent({ expires_at: at(28) }), now)[2]).toBe('the link has run out');
  });
});
