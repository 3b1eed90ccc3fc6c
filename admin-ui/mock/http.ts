import type { Account } from '../src/api/shapes.ts';

export interface Request {
  params: Record<string, string>;
  query: URLSearchParams;
  body: Record<string, unknown>;
  version: string | undefined;
  account: Account | null;
  setCookie: (value: string) => void;
}

/** A field of a request that must be words. */
export const words = (value: unknown): string => (typeof value === 'string' ? value : '');

export type Handler = (request: Request) => unknown;

export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly extra: Record<string, unknown> = {},
  ) {
    super(detail);
  }
}

export function need<T>(value: T | null | undefined, detail = 'There is nothing here.'): T {
  if (value === null || value === undefined) throw new Refusal(404, 'not_found', detail);
  return value;
}

export function who(request: Request): Account {
  if (request.account === null) throw new Refusal(401, 'signed_out', 'You are signed out.');
  return request.account;
}
