import { need, who, words, type Handler } from './http.ts';
import { bylineOf, daysAgo, freshId, world } from './world.ts';
import type { Account, Credential, Person, Role, Verification } from '../src/api/shapes.ts';

const known = ['MA', 'MS', 'MEd', 'MSW', 'PhD', 'PsyD', 'MD', 'LPC', 'LCSW', 'LMFT', 'LMHC', 'LP', 'NCC'];

export const list: Handler = ({ query }) => {
  const q = (query.get('q') ?? '').toLowerCase();
  const items = world.people
    .filter((p) => p.byline.text.toLowerCase().includes(q))
    .map((p) => ({ id: p.id, slug: p.slug, byline: p.byline, articles: p.articles, account: p.account && { id: p.account.id, email: p.account.email } }));
  return { items, next: null };
};

export function parseTyped(typed: string): { name: string; letters: string[]; unknown_letters: string[]; practice: boolean } {
  const [name = '', ...letters] = typed.replace(/:$/, '').split(',').map((part) => part.trim()).filter(Boolean);
  return {
    name,
    letters: letters.filter((l) => known.includes(l)),
    unknown_letters: letters.filter((l) => !known.includes(l)),
    practice: /\b(center|clinic|group|practice|llc)\b/i.test(name),
  };
}

export function findOrAdd(typed: string): Person {
  const { name, letters } = parseTyped(typed);
  const found = world.people.find((p) => p.byline.name === name && p.account === null);
  if (found !== undefined) return found;
  const fresh: Person = {
    id: freshId(), slug: name.toLowerCase().replaceAll(' ', '-'), byline: bylineOf(name, ...letters), bio: '', practice_url: null,
    photo_url: null, letters_order: letters, hidden_letters: [], credentials: [], account: null, articles: 0, merged_from: [],
  };
  world.people.push(fresh);
  return fresh;
}

export const parse: Handler = ({ body }) => parseTyped(String(body.typed));
export const add: Handler = ({ body }) => {
  const person = findOrAdd(String(body.typed));
  return { person, unknown_letters: parseTyped(String(body.typed)).unknown_letters };
};

function find(request: Parameters<Handler>[0]): Person {
  const wanted = request.params.id === 'me' ? who(request).person.id : request.params.id;
  return need(world.people.find((p) => p.id === wanted));
}

export const show: Handler = (request) => find(request);
export const change: Handler = (request) => {
  const person = find(request);
  Object.assign(person, request.body);
  const letters = person.letters_order.filter((l) => !person.hidden_letters.includes(l));
  person.byline = bylineOf(person.byline.name, ...letters);
  return person;
};
export const rename: Handler = (request) => {
  const person = find(request);
  person.byline = bylineOf(String(request.body.name), ...person.byline.letters);
  return person;
};
export const merge: Handler = (request) => {
  const gone = find(request);
  const into = need(world.people.find((p) => p.id === request.body.into));
  into.articles += gone.articles;
  into.merged_from.push({ id: gone.id, slug: gone.slug, byline: gone.byline });
  world.people.splice(world.people.indexOf(gone), 1);
  return { articles: into.articles, lost_second_person: 0 };
};

export const invite: Handler = ({ body }) => {
  const typed = [String(body.name), words(body.letters)].filter(Boolean).join(', ');
  const person = findOrAdd(typed);
  const account: Account = {
    id: freshId(), email: String(body.email), roles: body.roles as Role[], person, disabled_at: null, last_seen_at: null, invited_at: daysAgo(0),
  };
  person.account = account;
  world.accounts.push(account);
  return { account, link: { url: 'http://127.0.0.1:5173/admin/in/welcome', expires_at: daysAgo(-7) }, mailed: world.mail };
};
export const changeAccount: Handler = ({ params, body }) => {
  const account = need(world.accounts.find((a) => a.id === params.id));
  if (Array.isArray(body.roles)) account.roles = body.roles as Role[];
  if (typeof body.disabled === 'boolean') account.disabled_at = body.disabled ? daysAgo(0) : null;
  return account;
};
export const link: Handler = () => ({ url: 'http://127.0.0.1:5173/admin/in/hello', expires_at: daysAgo(-1) });

const everyCredential = (): Credential[] => world.people.flatMap((p) => p.credentials);
export const addCredential: Handler = (request) => {
  const person = find(request);
  const credential = { ...(request.body as unknown as Credential), id: freshId(), verifications: [] };
  person.credentials.push(credential);
  return credential;
};
export const changeCredential: Handler = ({ params, body }) =>
  Object.assign(need(everyCredential().find((c) => c.id === params.id)), body);
export const deleteCredential: Handler = ({ params }) => {
  for (const person of world.people) person.credentials = person.credentials.filter((c) => c.id !== params.id);
  return undefined;
};
export const verify: Handler = (request) => {
  const credential = need(everyCredential().find((c) => c.id === request.params.id));
  const verification = { id: freshId(), by: who(request).person, url: null, ...request.body } as unknown as Verification;
  credential.verifications.unshift(verification);
  return verification;
};

export const catalogue: Handler = () => ({
  items: [
    { abbreviation: 'LPC', kind: 'licence', title: 'Licensed Professional Counselor', jurisdiction: 'Texas', region: 'US' },
    { abbreviation: 'LCSW', kind: 'licence', title: 'Licensed Clinical Social Worker', jurisdiction: null, region: 'US' },
    { abbreviation: 'MA', kind: 'degree', title: 'Master of Arts', jurisdiction: null, region: null },
    { abbreviation: 'PhD', kind: 'degree', title: 'Doctor of Philosophy', jurisdiction: null, region: null },
  ],
  next: null,
});
