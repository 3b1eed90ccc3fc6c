import { need, Refusal, who, words, type Handler, type Request } from './http.ts';
import { findOrAdd } from './people.ts';
import { daysAgo, declared, freshId, isEditor, world, type Stored } from './world.ts';
import type { Account, Act, Article, ArticleRow, Byline, ContributorRole, Declarations, Head, Kind, QueueGroup, Section } from '../src/api/shapes.ts';

export const find = (id: string | undefined): Stored => need(world.articles.find((a) => a.id === id));

export const isMine = (a: Stored, account: Account): boolean =>
  a.sections.some((s) => s.contributors.some((c) => c.id === account.person.id));

export function mayDo(a: Stored, account: Account): Act[] {
  const mine = isMine(a, account);
  const editor = isEditor(account);
  const acts: Act[] = editor || mine ? ['arrange'] : [];
  switch (a.candidate?.state) {
    case 'draft':
    case 'changes_requested':
      if (mine) acts.push('edit', 'submit');
      break;
    case 'submitted':
      if (mine) acts.push('recall');
      if (editor) acts.push('start_review', 'edit', 'decline', 'request_changes');
      break;
    case 'in_review':
      if (mine) acts.push('recall');
      if (editor) acts.push('edit', 'request_changes', 'decline', 'send_proof');
      break;
    case 'proof_out':
      if (mine) acts.push('attest', 'object');
      if (editor) acts.push('edit', 'request_changes', 'decline');
      if (editor && !mine && a.approvals.length === 0) acts.push('approve');
      break;
    case 'approved':
      if (editor) acts.push('publish', 'edit', 'request_changes');
      break;
    default:
      if (a.public.state === 'live' && (editor || mine)) acts.push('revise', 'withdraw');
  }
  return acts;
}

export function shape(a: Stored, account: Account): Article {
  const { id, slug, kind, language, head, sections, candidate, editor, objection, joint_act } = a;
  return { id, slug, kind, language, head, sections, candidate, public: a.public, editor, objection, joint_act, mine: isMine(a, account), may: mayDo(a, account) };
}

export function row(a: Stored): ArticleRow {
  const missing = a.candidate?.state === 'proof_out' ? a.sections.filter((s) => a.signed[s.id] === undefined).flatMap((s) => s.contributors) : [];
  const asked = a.candidate?.state === 'changes_requested' ? (a.sections[0]?.contributors ?? []) : missing;
  return {
    id: a.id, kind: a.kind, title: a.head.title, question: a.head.question, topics: a.head.topics, candidate: a.candidate, public: a.public,
    bylines: a.sections.flatMap((s) => s.contributors.map((c) => c.byline)), waiting_for: asked, waiting_since: a.waiting_since,
    signatures: { needed: a.candidate?.digest == null ? 0 : a.sections.length, given: Object.keys(a.signed).length, approved: a.approvals.length > 0, open_to_you: true },
    editor: a.editor, joint_act: a.joint_act, updated_at: a.head.saved_at,
  };
}

export const mine: Handler = (request) => {
  const account = who(request);
  return { items: world.articles.filter((a) => isMine(a, account)).map(row), next: null };
};

export const queue: Handler = (request) => {
  const account = who(request);
  if (!isEditor(account)) throw new Refusal(403, 'not_allowed', 'Your account is an author’s.');
  const open = world.articles.filter((a) => a.candidate !== null && !['draft', 'declined'].includes(a.candidate.state));
  const groups: QueueGroup[] = [
    { key: 'awaiting_you', label: 'Awaiting you', items: [] },
    { key: 'unassigned', label: 'Unassigned', items: [] },
    { key: 'with_colleagues', label: 'With other editors', items: [] },
    { key: 'waiting_author', label: 'Waiting for the author', items: [] },
    { key: 'yours', label: 'Yours', items: [] },
  ];
  const put = (key: string, a: Stored) => groups.find((g) => g.key === key)?.items.push(row(a));
  for (const a of open) {
    const state = a.candidate?.state;
    if (isMine(a, account)) put('yours', a);
    else if (state === 'changes_requested') put('waiting_author', a);
    else if (state === 'proof_out' && a.sections.some((s) => a.signed[s.id] === undefined)) put('waiting_author', a);
    else if (a.editor === null) put('unassigned', a);
    else put(a.editor.id === account.person.id ? 'awaiting_you' : 'with_colleagues', a);
  }
  return { groups };
};

export const all: Handler = (request) => {
  who(request);
  const q = (request.query.get('q') ?? '').toLowerCase();
  return { items: world.articles.filter((a) => a.head.title.toLowerCase().includes(q)).map(row), next: null };
};

const blankSection = (account: Account, position: number): Section => ({
  id: freshId(), version: 1, position, body_html: '', images: [], references: [], contributors: [account.person], declarations: declared(), saved_at: daysAgo(0), saved_by: account.person,
});

export const create: Handler = (request) => {
  const account = who(request);
  const kind = request.body.kind as Kind;
  const at = new Date().toISOString();
  const stored: Stored = {
    id: freshId(), slug: 'new', kind, language: 'en',
    head: { version: 1, title: words(request.body.title), summary: '', question: kind === 'expert_answers' ? '' : null, topics: [], saved_at: at, saved_by: account.person },
    sections: [blankSection(account, 1)],
    candidate: { state: 'draft', since: at, by: account.person, reason: null, message: null, revision_id: null, digest: null, fingerprint: null },
    public: { state: 'unpublished', since: null, url: null, reason: null }, mine: true, may: [],
    editor: null, objection: null, joint_act: null, waiting_since: null, signed: {}, approvals: [], before: {}, history: [],
  };
  world.articles.unshift(stored);
  return shape(stored, account);
};

export const show: Handler = (request) => shape(find(request.params.article), who(request));

function save(request: Request, part: { version: number; saved_at: string; saved_by: unknown }, write: () => object): unknown {
  const account = who(request);
  const saveId = String(request.body.save_id);
  const done = world.saves.get(saveId);
  if (done !== undefined) return done;
  if (request.version === undefined) throw new Refusal(428, 'no_version', 'The version is missing.');
  if (request.version !== `"${part.version}"`) {
    const { version, saved_at, saved_by, ...texts } = part as Section & Head;
    const current = { version, saved_at, saved_by: saved_by?.byline.name, title: texts.title, summary: texts.summary, question: texts.question ?? undefined, body_html: texts.body_html };
    throw new Refusal(412, 'stale', 'Somebody saved first.', { current });
  }
  const extra = write();
  part.version += 1;
  part.saved_at = new Date().toISOString();
  part.saved_by = account.person;
  const answer = { version: part.version, saved_at: part.saved_at, ...extra };
  world.saves.set(saveId, answer);
  return answer;
}

export const saveHead: Handler = (request) => {
  const { head } = find(request.params.article);
  return save(request, head, () => {
    head.title = String(request.body.title);
    head.summary = String(request.body.summary);
    head.question = request.body.question as string | null;
    return {};
  });
};

export function findSection(request: Request): Section {
  return need(find(request.params.article).sections.find((s) => s.id === request.params.section));
}

export const saveSection: Handler = (request) => {
  const section = findSection(request);
  return save(request, section, () => {
    section.body_html = String(request.body.body_html);
    return { body_html: section.body_html, dropped: [] };
  });
};

export const saveDeclarations: Handler = (request) => {
  const section = findSection(request);
  section.declarations = request.body as unknown as Declarations;
  section.version += 1;
  return { version: section.version, saved_at: new Date().toISOString() };
};

export const setTopics: Handler = (request) => {
  const ids = request.body.topics as string[];
  find(request.params.article).head.topics = world.topics.filter((t) => ids.includes(t.id));
  return undefined;
};

export const addSection: Handler = (request) => {
  const account = who(request);
  const article = find(request.params.article);
  const section = blankSection(account, article.sections.length + 1);
  const over = request.body.contributors as { person: string; role?: ContributorRole }[];
  const named = over.flatMap(({ person, role = 'author' }) => world.people.filter((p) => p.id === person).map((p) => inRole(p, role)));
  const typed = request.body.typed as string | undefined;
  section.contributors = typed === undefined ? named : [...named, inRole(findOrAdd(typed), (request.body.typed_role as ContributorRole | undefined) ?? 'author')];
  article.sections.push(section);
  return { id: section.id };
};

export const setContributors: Handler = (request) => {
  const ids = request.body.contributors as string[];
  findSection(request).contributors = world.people.filter((p) => ids.includes(p.id));
  return undefined;
};

export const order: Handler = (request) => {
  const article = find(request.params.article);
  const ids = request.body.sections as string[];
  article.sections.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).forEach((s, i) => (s.position = i + 1));
  return undefined;
};

export const deleteSection: Handler = (request) => {
  const article = find(request.params.article);
  article.sections = article.sections.filter((s) => s.id !== request.params.section);
  return undefined;
};

export const history: Handler = (request) => ({ items: find(request.params.article).history, next: null });

/** Every article has one earlier text, of its first section. */
export const kept: Handler = (request) => {
  const article = find(request.params.article);
  const section = need(article.sections[0]);
  const line = need(article.history.find((one) => one.kept_id === request.params.id));
  return {
    id: line.kept_id, part: 'section', section_id: section.id, position: 1, why: 'replaced', saved_at: line.at, saved_by: line.by,
    title: null, summary: null, question: null, body_html: '<p>Begin with the smallest thing that can be said out loud.</p><p>Then wait.</p>',
    version: section.version,
  };
};

export const keep: Handler = () => ({ id: freshId() });

export const bringBack: Handler = (request) => {
  const section = need(find(request.params.article).sections[0]);
  return save(request, section, () => {
    section.body_html = '<p>Begin with the smallest thing that can be said out loud.</p><p>Then wait.</p>';
    return {};
  });
};

const inRole = <P extends { byline: Byline }>(person: P, role: ContributorRole): P => ({ ...person, byline: { ...person.byline, role } });
