// Sets the scene over the API, so that a test can begin where its own story does. Everybody is invented.
import { randomUUID } from 'node:crypto';

export const people = {
  owner: { name: 'Olive Owner', email: 'owner@countersign.example', password: 'a kettle on a quiet stove' },
  editor: { name: 'Edda Editor', email: 'editor@countersign.example', password: 'seven pencils in a jar', roles: ['editor'] },
  author: { name: 'Jo Example', letters: 'MA, LPC', email: 'author@countersign.example', password: 'rain on the garden shed', roles: ['author'] },
};

const NOTHING_TO_DECLARE = Object.fromEntries(
  ['interests', 'sponsorship', 'ai_assistance', 'published_before', 'case_material'].map((asked) => [asked, { answer: 'no' }]),
);

/** One signed-in caller of the API, or nobody. */
export class Caller {
  cookie = null;

  constructor(url) {
    this.url = url;
  }

  async call(method, path, body, version) {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        Origin: this.url,
        ...(this.cookie === null ? {} : { Cookie: this.cookie }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    this.cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
    return text === '' ? null : JSON.parse(text);
  }

  get = (path) => this.call('GET', path);
  post = (path, body = {}) => this.call('POST', path, body);
}

const tokenOf = (link) => link.split('/').at(-1);

/**
 * An owner, an editor and an author, each signed in. The owner was shown the author's invitation, so the
 * editor's comes from the command line: who was shown both could be both.
 */
export async function settle({ url, server }) {
  const owner = new Caller(url);
  await owner.post(`/links/${tokenOf(server.firstRun)}`, pick(people.owner, ['name', 'email', 'password']));
  const join = async (link, { password }) => {
    const caller = new Caller(url);
    await caller.post(`/links/${tokenOf(link)}`, { password });
    return caller;
  };
  const { link: invitation } = await owner.post('/accounts', pick(people.author, ['name', 'letters', 'email', 'roles']));
  return {
    owner,
    editor: await join(await server.addAccount(people.editor), people.editor),
    author: await join(invitation.url, people.author),
  };
}

const pick = (from, names) => Object.fromEntries(names.map((name) => [name, from[name]]));

/**
 * Writes a draft as the author. `answers` are the bodies; each after the first stands under a typed byline:
 * `[body, [byline, body], …]`. An article without a question has one.
 */
export async function draft(author, { title, summary = '', question = null, topics = [], answers }) {
  const kind = question === null ? 'article' : 'expert_answers';
  let article = await author.post('/drafts', { kind });
  const { id } = article;
  const head = { save_id: randomUUID(), title, summary, ...(question === null ? {} : { question }) };
  await author.call('PUT', `/drafts/${id}/head`, head, article.head.version);
  const [own, ...others] = answers;
  for (const [typed] of others) await author.post(`/drafts/${id}/sections`, { typed });
  article = await author.get(`/drafts/${id}`);
  for (const [index, body_html] of [own, ...others.map(([, body]) => body)].entries()) {
    const section = article.sections[index];
    await author.call('PUT', `/drafts/${id}/sections/${section.id}`, { save_id: randomUUID(), body_html }, section.version);
  }
  const all = (await author.get('/topics')).items.map(({ topic }) => topic);
  const chosen = topics.map((label) => {
    const found = all.find((topic) => topic.label === label);
    if (found === undefined) throw new Error(`there is no topic ${label}`);
    return found.id;
  });
  await author.call('PUT', `/drafts/${id}/topics`, { topics: chosen });
  return id;
}

export const submitted = (author, id) => author.post(`/articles/${id}/submit`, { statement: true });

/** Takes it up and sends the proof; brings back the links by the name of the person. */
export async function proofOf(editor, id) {
  await editor.post(`/articles/${id}/start-review`);
  const { links } = await editor.post(`/articles/${id}/proof`);
  return new Map(links.map((link) => [link.person.byline.name, link.url]));
}

/** Signs with nothing to declare, by an account or by a link. */
export async function signBy(caller, path, read = path) {
  const proof = await caller.get(read);
  await caller.post(path, { digest: proof.digest, declarations: NOTHING_TO_DECLARE, put_back: [] });
}

/** Everything between a finished draft and its readers. Brings back its address. */
export async function publish({ author, editor }, id) {
  await submitted(author, id);
  const links = await proofOf(editor, id);
  await signBy(author, `/articles/${id}/attest`, `/articles/${id}/proof`);
  for (const [name, url] of links) {
    if (name !== people.author.name) await signBy(new Caller(author.url), `/sign/${tokenOf(url)}`);
  }
  const { digest } = await editor.get(`/articles/${id}/proof`);
  await editor.post(`/articles/${id}/approve`, { digest, kinds: ['editorial'] });
  const { url } = await editor.post(`/articles/${id}/publish`, { digest });
  return new URL(url, author.url).pathname;
}

/** Asked for by the editor, agreed to by its author. */
export async function withdraw({ author, editor }, id, printed) {
  await editor.post(`/articles/${id}/withdraw`, { printed });
  const { joint_act: asked } = await author.get(`/drafts/${id}`);
  await author.post(`/articles/${id}/withdraw`, { confirm: asked.id });
}
