import { afterEach, describe, expect, it, vi } from 'vitest';
import { saveSection } from './drafts';
import { isLost, isProblem, NoAnswer, Problem } from './problem';
import { fetchSession, signIn } from './session';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  vi.spyOn(globalThis, 'fetch').mockImplementation(() =>
    Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json', ...headers } })),
  );

const text = (html: string) => ({ html, pictures: [], works: [] });

async function refusal(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => null,
    (error: unknown) => error,
  );
}

afterEach(() => vi.restoreAllMocks());

describe('the client', () => {
  it('sends the version and the name of a save, and nothing the contract does not know', async () => {
    const fetch = answer(200, { version: 8, saved_at: '2026-11-23T09:12:00Z', body_html: '<p>a</p>', dropped: [] });
    const saved = await saveSection('a1', 's1', { text: text('<p>a</p>'), version: 7, saveId: 'save-1' });
    expect(saved.version).toBe(8);
    const request = fetch.mock.calls[0]?.[0] as Request;
    expect(request.method).toBe('PUT');
    expect(new URL(request.url).pathname).toBe('/api/v1/drafts/a1/sections/s1');
    expect(request.headers.get('If-Match')).toBe('"7"');
    expect(await request.json()).toEqual({ save_id: 'save-1', body_html: '<p>a</p>', images: [], references: [] });
  });

  it('makes a problem document into a Problem with all that it says', async () => {
    answer(412, { code: 'stale', title: 'Stale', detail: 'Somebody saved first.', current: { version: 9 } });
    const error = await refusal(saveSection('a1', 's1', { text: text(''), version: 7, saveId: 'x' }));
    expect(error).toBeInstanceOf(Problem);
    expect(error).toMatchObject({ status: 412, code: 'stale', detail: 'Somebody saved first.', current: { version: 9 } });
    expect(isProblem(error, 'stale')).toBe(true);
    expect(isLost(error)).toBe(false);
  });

  it('keeps the fields that were wrong, and the time to wait', async () => {
    answer(422, { code: 'invalid', detail: 'x', errors: [{ field: 'email', code: 'missing', detail: 'Write an address.' }, 'junk'] });
    expect(await refusal(signIn('', ''))).toMatchObject({ errors: [{ field: 'email', code: 'missing', detail: 'Write an address.' }] });
    answer(429, { code: 'too_many_tries' }, { 'Retry-After': '900' });
    expect(await refusal(signIn('', ''))).toMatchObject({ code: 'too_many_tries', retryAfter: 900 });
  });

  it('takes an answer that is no problem document for one without words', async () => {
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    const error = await refusal(signIn('', ''));
    expect(error).toMatchObject({ status: 502, code: 'unknown', errors: [] });
    expect(isLost(error)).toBe(true);
  });

  it('tells silence from refusal', async () => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    const error = await refusal(signIn('', ''));
    expect(error).toBeInstanceOf(NoAnswer);
    expect(isLost(error)).toBe(true);
  });

  it('knows nobody when nobody is signed in', async () => {
    answer(401, { code: 'signed_out' });
    expect(await fetchSession()).toBeNull();
  });
});
