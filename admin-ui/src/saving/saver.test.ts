import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SaveOf } from '@/api/drafts';
import type { Saved } from '@/api/shapes';
import { NoAnswer, Problem } from '@/api/problem';
import { AGAIN_MS, LONGEST_WAIT_MS, REST_MS, Saver } from './saver';
import type { Kept, Shelf } from './shelf';

/** One stored text that behaves as the contract says: versions, and one effect for one `save_id`. */
class FakeServer {
  version = 3;
  text = 'begun';
  savedAt = '2026-11-23T09:00:00Z';
  done = new Map<string, Saved>();
  /** What happens to the next calls, first come first served; empty means that all goes well. */
  script: ('lose_request' | 'lose_answer' | 'signed_out' | 'broken' | 'refuse')[] = [];
  sent: SaveOf<string>[] = [];

  save = (save: SaveOf<string>): Promise<Saved> => {
    this.sent.push(save);
    const fate = this.script.shift();
    if (fate === 'lose_request') return Promise.reject(new NoAnswer());
    if (fate === 'signed_out') return Promise.reject(new Problem({ status: 401, code: 'signed_out' }));
    if (fate === 'broken') return Promise.reject(new Problem({ status: 502 }));
    if (fate === 'refuse') return Promise.reject(new Problem({ status: 422, code: 'invalid', detail: 'The title is too long.' }));
    const before = this.done.get(save.saveId);
    if (before === undefined && save.version !== this.version) {
      const current = { version: this.version, body_html: this.text, saved_at: this.savedAt };
      return Promise.reject(new Problem({ status: 412, code: 'stale', current }));
    }
    const answer = before ?? this.store(save);
    return fate === 'lose_answer' ? Promise.reject(new NoAnswer()) : Promise.resolve(answer);
  };

  private store(save: SaveOf<string>): Saved {
    this.version += 1;
    this.text = save.text;
    this.savedAt = `2026-11-23T09:${this.version + 10}:00Z`;
    const answer = { version: this.version, saved_at: this.savedAt };
    this.done.set(save.saveId, answer);
    return answer;
  }
}

class FakeShelf implements Shelf<string> {
  kept: Kept<string> | null = null;
  isFull = false;
  keep = (kept: Kept<string>): boolean => {
    if (!this.isFull) this.kept = structuredClone(kept);
    return !this.isFull;
  };
  find = () => this.kept;
  clear = () => {
    this.kept = null;
  };
}

let server: FakeServer;
let shelf: FakeShelf;
let ids: number;

function open(on = shelf): Saver<string> {
  const saver = new Saver<string>({
    text: server.text,
    version: server.version,
    savedAt: server.savedAt,
    send: server.save,
    readCurrent: (current) => {
      const c = current as { version: number; body_html: string; saved_at: string };
      return { text: c.body_html, version: c.version, savedAt: c.saved_at, savedBy: null, savedByMe: false };
    },
    isSame: (a, b) => a === b,
    shelf: on,
    newId: () => `save-${(ids += 1)}`,
  });
  saver.start();
  return saver;
}

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer();
  shelf = new FakeShelf();
  ids = 0;
});
afterEach(() => vi.useRealTimers());

describe('a save that goes well', () => {
  it('waits for a rest, then says the time of the server', async () => {
    const saver = open();
    saver.edit('begun, and');
    expect(saver.state).toEqual({ is: 'saving' });
    await vi.advanceTimersByTimeAsync(REST_MS - 1);
    expect(server.sent).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(saver.state).toEqual({ is: 'saved', at: '2026-11-23T09:14:00Z' });
    expect(shelf.kept).toBeNull();
  });

  it('has the words on the shelf from the first key, in case the browser dies', () => {
    const saver = open();
    saver.edit('begun, and');
    expect(shelf.kept?.text).toBe('begun, and');
    expect(server.sent).toHaveLength(0);
  });

  it('can be asked to save all, with what is typed while a save is under way', async () => {
    const saver = open();
    saver.edit('one');
    void saver.saveNow();
    saver.edit('one two');
    const all = saver.saveAll();
    await vi.advanceTimersByTimeAsync(REST_MS);
    await expect(all).resolves.toBe(true);
    expect(server.text).toBe('one two');
  });

  it('says so when not all could be saved', async () => {
    server.script = ['refuse'];
    const saver = open();
    saver.edit('one');
    const all = saver.saveAll();
    await vi.advanceTimersByTimeAsync(REST_MS);
    await expect(all).resolves.toBe(false);
  });

  it('does not wait for ever while somebody types on', async () => {
    const saver = open();
    for (let ms = 0; ms <= LONGEST_WAIT_MS; ms += 500) {
      saver.edit(`typed for ${ms}`);
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(server.sent.length).toBeGreaterThanOrEqual(1);
  });

  it('stays at "saving" until the last word is acknowledged', async () => {
    const saver = open();
    saver.edit('one');
    const seen: string[] = [];
    saver.subscribe(() => seen.push(saver.state.is));
    void saver.saveNow();
    saver.edit('one two');
    await vi.advanceTimersByTimeAsync(0);
    expect(saver.state.is).toBe('saving');
    expect(seen).not.toContain('saved');
    await vi.advanceTimersByTimeAsync(REST_MS);
    expect(saver.state.is).toBe('saved');
    expect(server.text).toBe('one two');
  });
});

describe('a lost answer', () => {
  it('is tried again under the same name, and is no conflict', async () => {
    server.script = ['lose_answer'];
    const saver = open();
    saver.edit('kept');
    await vi.advanceTimersByTimeAsync(REST_MS);
    saver.edit('kept, and more');
    await vi.advanceTimersByTimeAsync(REST_MS * 3);
    expect(server.sent.map((s) => s.saveId)).toEqual(['save-1', 'save-1', 'save-2']);
    expect(server.sent[1]?.text).toBe('kept');
    expect(server.text).toBe('kept, and more');
    expect(saver.state.is).toBe('saved');
  });

  it('after three tries says that there is no connection, keeps the text, and goes on trying', async () => {
    server.script = ['lose_request', 'broken', 'lose_request', 'lose_request'];
    const saver = open();
    saver.edit('typed in a tunnel');
    await vi.advanceTimersByTimeAsync(REST_MS * 4);
    expect(server.sent).toHaveLength(3);
    expect(saver.state).toEqual({ is: 'offline', kept: true });
    saver.edit('typed in a tunnel, twice');
    expect(saver.state).toEqual({ is: 'offline', kept: true });
    expect(shelf.kept?.text).toBe('typed in a tunnel, twice');
    await vi.advanceTimersByTimeAsync(AGAIN_MS);
    expect(saver.state.is).toBe('offline');
    await vi.advanceTimersByTimeAsync(AGAIN_MS + REST_MS);
    expect(saver.state.is).toBe('saved');
    expect(server.text).toBe('typed in a tunnel, twice');
    expect(new Set(server.sent.slice(0, 5).map((s) => s.saveId))).toEqual(new Set(['save-1']));
  });

  it('does not promise a copy that the device could not take', async () => {
    shelf.isFull = true;
    server.script = ['lose_request', 'lose_request', 'lose_request'];
    const saver = open();
    saver.edit('no room');
    await vi.advanceTimersByTimeAsync(REST_MS * 4);
    expect(saver.state).toEqual({ is: 'offline', kept: false });
  });

  it('is finished after a reload: first the unanswered save, then what was typed since', async () => {
    server.script = ['lose_answer', 'lose_request', 'lose_request'];
    const before = open();
    before.edit('sent');
    await vi.advanceTimersByTimeAsync(REST_MS * 4);
    before.edit('sent, then typed');
    before.stop();

    const after = open();
    expect(after.text).toBe('sent, then typed');
    await vi.advanceTimersByTimeAsync(REST_MS * 2);
    expect(after.state.is).toBe('saved');
    expect(server.text).toBe('sent, then typed');
    expect(shelf.kept).toBeNull();
  });
});

describe('signed out', () => {
  it('keeps what is typed and saves it after the sign-in', async () => {
    server.script = ['signed_out'];
    const saver = open();
    saver.edit('before');
    await vi.advanceTimersByTimeAsync(REST_MS);
    expect(saver.state).toEqual({ is: 'signed_out', kept: true });
    saver.edit('before and during');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.sent).toHaveLength(1);
    saver.resume();
    await vi.advanceTimersByTimeAsync(REST_MS * 2);
    expect(saver.state.is).toBe('saved');
    expect(server.text).toBe('before and during');
  });
});

describe('two tabs', () => {
  it('the second is refused with both texts at hand, and saves what its owner decides', async () => {
    const first = open();
    const second = open(new FakeShelf());
    first.edit('from the first');
    await vi.advanceTimersByTimeAsync(REST_MS);
    second.edit('from the second');
    await vi.advanceTimersByTimeAsync(REST_MS);
    expect(second.state).toMatchObject({ is: 'conflict', theirs: { text: 'from the first', version: 4 } });
    expect(second.text).toBe('from the second');
    expect(server.text).toBe('from the first');

    second.edit('from the second, still typing');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.text).toBe('from the first');

    second.resolve('from both');
    await vi.advanceTimersByTimeAsync(0);
    expect(second.state.is).toBe('saved');
    expect(server.text).toBe('from both');
  });

  it('nobody has to choose between two equal texts', async () => {
    const first = open();
    const second = open(new FakeShelf());
    first.edit('the same');
    await vi.advanceTimersByTimeAsync(REST_MS);
    second.edit('the same');
    await vi.advanceTimersByTimeAsync(REST_MS);
    expect(second.state.is).toBe('saved');
    expect(second.version).toBe(server.version);
  });

  it('choosing their text sends nothing', async () => {
    const first = open();
    const second = open(new FakeShelf());
    first.edit('theirs');
    await vi.advanceTimersByTimeAsync(REST_MS);
    second.edit('mine');
    await vi.advanceTimersByTimeAsync(REST_MS);
    const before = server.sent.length;
    second.resolve('theirs');
    await vi.advanceTimersByTimeAsync(REST_MS);
    expect(server.sent).toHaveLength(before);
    expect(second.state.is).toBe('saved');
  });

  it('takes a newer text only where nothing typed would be lost', () => {
    const saver = open();
    expect(saver.adopt({ text: 'newer', version: 9, savedAt: 't' })).toBe(true);
    saver.edit('typed');
    expect(saver.adopt({ text: 'newest', version: 10, savedAt: 't' })).toBe(false);
    expect(saver.text).toBe('typed');
  });
});

describe('a refusal', () => {
  it('says why and tries the next change as a new save', async () => {
    server.script = ['refuse'];
    const saver = open();
    saver.edit('too long');
    await vi.advanceTimersByTimeAsync(REST_MS);
    expect(saver.state).toEqual({ is: 'refused', why: 'The title is too long.' });
    saver.edit('short');
    await vi.advanceTimersByTimeAsync(REST_MS);
    expect(saver.state.is).toBe('saved');
    expect(server.sent.map((s) => s.saveId)).toEqual(['save-1', 'save-2']);
  });
});
