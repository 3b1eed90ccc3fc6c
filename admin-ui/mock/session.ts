import { need, Refusal, who, type Handler } from './http.ts';
import { daysAgo, id, world } from './world.ts';
import type { Account } from '../src/api/shapes.ts';

const shape = (account: Account) => ({
  account: { id: account.id, email: account.email, roles: account.roles, person: account.person },
  site: { ...world.site, mail: world.mail },
});

export const waysIn: Handler = () => ({ mail: world.mail, has_accounts: true });

export const show: Handler = (request) => shape(who(request));

export const signIn: Handler = ({ body, setCookie }) => {
  const account = world.accounts.find((a) => a.email === body.email);
  if (account === undefined || body.password !== 'countersign') {
    throw new Refusal(401, 'wrong_credentials', 'Wrong e-mail address or password.');
  }
  if (world.fault === 'signed_out') world.fault = 'none';
  setCookie(account.id);
  return shape(account);
};

export const signOut: Handler = ({ setCookie }) => {
  setCookie('nobody');
  return undefined;
};

export const list: Handler = (request) => {
  who(request);
  return {
    items: [
      { id: id(901), started_at: daysAgo(0), last_seen_at: daysAgo(0), browser: 'Firefox on Linux', current: true },
      { id: id(902), started_at: daysAgo(20), last_seen_at: daysAgo(3), browser: 'Safari on iPhone', current: false },
    ],
    next: null,
  };
};

const links: Record<string, { purpose: string; name?: string; email?: string }> = {
  hello: { purpose: 'sign_in', email: 'author@larkfield.example' },
  welcome: { purpose: 'invite', name: 'Wendeline Osei', email: 'new@larkfield.example' },
  forgot: { purpose: 'reset', name: 'Odile Marchetti', email: 'author@larkfield.example' },
  begin: { purpose: 'first_run' },
};

export const showLink: Handler = ({ params }) => {
  const link = links[params.token ?? ''];
  return link === undefined ? { purpose: 'sign_in', valid: false } : { ...link, valid: true };
};

export const useLink: Handler = ({ params, body, setCookie }) => {
  const link = need(links[params.token ?? ''], 'This link does not open anything.');
  if (typeof body.password === 'string' && body.password.length < 10) {
    throw new Refusal(422, 'invalid', 'Please choose a longer password.', {
      errors: [{ field: 'password', code: 'too_short', detail: 'At least 10 signs.' }],
    });
  }
  const account = need(world.accounts.find((a) => a.email === (link.email ?? 'editor@larkfield.example')));
  setCookie(account.id);
  return shape(account);
};

export const changePassword: Handler = (request) => {
  who(request);
  if (request.body.current !== 'countersign') {
    throw new Refusal(422, 'invalid', 'That is not your present password.', {
      errors: [{ field: 'current', code: 'wrong', detail: 'That is not your present password.' }],
    });
  }
  return undefined;
};
