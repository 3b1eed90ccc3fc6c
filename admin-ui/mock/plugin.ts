import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { handlers } from './handlers.ts';
import { Refusal, type Handler, type Request } from './http.ts';
import { world } from './world.ts';

/**
 * An invented server in memory that keeps the contract of `docs/api-design.md`, for looking at every screen.
 * `POST /api/v1/mock/fault {"kind": "silent" | "signed_out" | "slow" | "none"}` breaks it on purpose.
 */
export function mockServer(): Plugin {
  return {
    name: 'countersign-mock',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!request.url?.startsWith('/api/v1/')) {
          next();
          return;
        }
        void answer(request, response);
      });
    },
  };
}

async function answer(raw: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(raw.url ?? '/', 'http://mock');
  const path = url.pathname.slice('/api/v1'.length);
  const bytes = await read(raw);
  try {
    if (path !== '/mock/fault') {
      if (world.fault === 'silent') {
        response.destroy();
        return;
      }
      if (world.fault === 'signed_out' && raw.method !== 'GET' && path !== '/session') throw new Refusal(401, 'signed_out', 'You are signed out.');
      if (world.fault === 'slow') await new Promise((done) => setTimeout(done, 4000));
    }
    const found = find(raw.method ?? 'GET', path);
    if (found === null) throw new Refusal(404, 'not_found', `The mock has nothing at ${path}.`);
    const type = raw.headers['content-type'] ?? '';
    const request: Request = {
      params: found.params,
      query: url.searchParams,
      body: type.includes('json') && bytes.length > 0 ? (JSON.parse(bytes.toString('utf8')) as Record<string, unknown>) : {},
      version: raw.headers['if-match'],
      account: world.accounts.find((a) => a.id === /mock=([^;]+)/.exec(raw.headers.cookie ?? '')?.[1]) ?? null,
      setCookie: (value) => response.setHeader('Set-Cookie', `mock=${value}; Path=/; SameSite=Lax`),
    };
    send(response, 200, found.handler(request));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { status, code, detail, extra } = error;
    send(response, status, { type: 'about:blank', title: code, status, code, detail, ...extra }, 'application/problem+json');
  }
}

function send(response: ServerResponse, status: number, body: unknown, type = 'application/json'): void {
  response.statusCode = status;
  if (body === undefined) {
    response.statusCode = 204;
    response.end();
    return;
  }
  response.setHeader('Content-Type', type);
  response.end(JSON.stringify(body));
}

function find(method: string, path: string): { handler: Handler; params: Record<string, string> } | null {
  for (const [pattern, handler] of Object.entries(handlers)) {
    const [verb, route] = pattern.split(' ') as [string, string];
    if (verb !== method) continue;
    const names = [...route.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '');
    const match = new RegExp(`^${route.replace(/\{\w+\}/g, '([^/]+)')}$`).exec(path);
    if (match === null) continue;
    return { handler, params: Object.fromEntries(names.map((name, i) => [name, match[i + 1] ?? ''])) };
  }
  return null;
}

async function read(raw: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of raw) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
