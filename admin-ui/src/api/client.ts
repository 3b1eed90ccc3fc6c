import createClient from 'openapi-fetch';
import { NoAnswer, toProblem } from './problem';
import type { paths } from './shapes';

/** After this a read turns into "could not load" and a save into one more try. */
const PATIENCE_MS = 10_000;
/** Acts, photos and merges may take their time. */
const LONG_PATIENCE_MS = 60_000;

async function fetchInTime(request: Request): Promise<Response> {
  const isShort = request.method === 'GET' || request.headers.has('If-Match');
  const timeout = AbortSignal.timeout(isShort ? PATIENCE_MS : LONG_PATIENCE_MS);
  return globalThis.fetch(request, { signal: AbortSignal.any([request.signal, timeout]) });
}

export const api = createClient<paths>({
  baseUrl: '/api/v1',
  credentials: 'same-origin',
  fetch: fetchInTime,
});

interface Answered<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer, or a `Problem` (the server said no), or `NoAnswer` (nobody answered). */
export async function take<T>(call: Promise<Answered<T>>): Promise<T> {
  let answered: Answered<T>;
  try {
    answered = await call;
  } catch (cause) {
    throw new NoAnswer(cause);
  }
  if (!answered.response.ok) throw toProblem(answered.response, answered.error);
  return answered.data as T;
}

/** The header of a write that names the version it was based on. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}
