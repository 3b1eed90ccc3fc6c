/** One field that was wrong, or one thing that is missing before an act. */
export interface FieldError {
  field: string;
  code: string;
  detail: string;
}

/** What the server said no to (RFC 9457). `detail` is written for the person at the screen. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: FieldError[];
  /** At 412: the text that stands there now. */
  readonly current: unknown;
  /** At 429: seconds to wait. */
  readonly retryAfter: number | null;

  constructor(facts: Partial<Omit<Problem, 'name' | 'message'>> & { status: number }) {
    super(facts.detail ?? facts.title ?? `The server answered ${facts.status}.`);
    this.name = 'Problem';
    this.status = facts.status;
    this.code = facts.code ?? 'unknown';
    this.title = facts.title ?? '';
    this.detail = facts.detail ?? '';
    this.errors = facts.errors ?? [];
    this.current = facts.current ?? null;
    this.retryAfter = facts.retryAfter ?? null;
  }
}

/** No answer came: no connection, or the server did not answer in time. It may have acted all the same. */
export class NoAnswer extends Error {
  constructor(cause?: unknown) {
    super('The server did not answer.', { cause });
    this.name = 'NoAnswer';
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A refused answer as a {@link Problem}; a body that is no problem document still becomes one. */
export function toProblem(response: Response, body: unknown): Problem {
  const doc = isRecord(body) ? body : {};
  const listed = Array.isArray(doc.errors) ? (doc.errors as unknown[]) : [];
  const wait = Number(response.headers.get('Retry-After'));
  return new Problem({
    status: response.status,
    code: words(doc.code) || 'unknown',
    title: words(doc.title),
    detail: words(doc.detail),
    errors: listed.filter(isRecord).map((e) => ({ field: words(e.field), code: words(e.code), detail: words(e.detail) })),
    current: doc.current ?? null,
    retryAfter: wait > 0 ? wait : null,
  });
}

export function isProblem(error: unknown, code?: string): error is Problem {
  return error instanceof Problem && (code === undefined || error.code === code);
}

/** A 5xx says nothing about what was done; it is met like a missing answer: the same try again. */
export function isLost(error: unknown): boolean {
  return error instanceof NoAnswer || (error instanceof Problem && error.status >= 500);
}
