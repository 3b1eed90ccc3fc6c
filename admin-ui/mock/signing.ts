import { need, Refusal, who, words, type Handler, type Request } from './http.ts';
import { mark } from './mark.ts';
import { daysAgo, declared, id, odile, world, type Stored } from './world.ts';
import { find, isMine } from './writing.ts';
import type { CandidateState, Declarations, PersonRef, Proof, ProofSection, PutBack, Signed } from '../src/api/shapes.ts';

const statement = [
  'The words under my name are mine, or I agree with them.',
  'Nobody I have treated could be recognized in them, not even by themselves, unless they agreed in writing.',
  'My five answers are true, and you may publish this text under my name.',
];

/** A stand-in for SHA-256: it changes when the text does, which is all a screen can see. */
export function digestOf(text: string): string {
  let h = 2166136261;
  for (const c of text) h = Math.imul(h ^ c.charCodeAt(0), 16777619) >>> 0;
  return h.toString(16).padStart(8, '0').repeat(8);
}
const sectionDigest = (a: Stored, n: number): string => digestOf(a.sections[n]?.body_html ?? '');
const revisionDigest = (a: Stored): string => digestOf(a.head.title + a.sections.map((_, n) => sectionDigest(a, n)).join());

const ACTS: Record<CandidateState, string> = {
  draft: 'recall', submitted: 'submit', in_review: 'start_review', changes_requested: 'request_changes', proof_out: 'send_proof',
  approved: 'approve', scheduled: 'schedule', declined: 'decline',
};

function move(a: Stored, state: CandidateState, by: PersonRef, reason: string | null = null): void {
  const digest = state === 'proof_out' || state === 'approved' ? revisionDigest(a) : null;
  const at = new Date().toISOString();
  a.candidate = { state, since: at, by, reason: reason === null ? null : 'Another reason', message: reason, revision_id: digest === null ? null : id(700), digest, fingerprint: digest?.slice(0, 8) ?? null };
  a.waiting_since = at;
  a.history.unshift({ at, by, caller: 'account', act: ACTS[state], detail: {}, revision_id: a.candidate.revision_id, fingerprint: a.candidate.fingerprint, kept_id: null });
}

const act = (change: (a: Stored, request: Request, by: PersonRef) => void): Handler => (request) => {
  const account = who(request);
  const a = find(request.params.id);
  change(a, request, account.person);
  return undefined;
};

export const submit = act((a, { body }, by) => {
  if (body.statement !== true) throw new Refusal(422, 'invalid', 'Please tick the line.');
  if (a.head.title.trim() === '') {
    throw new Refusal(422, 'failed_checks', 'Not submitted yet.', { errors: [{ field: 'title', code: 'missing', detail: 'Give it a title' }] });
  }
  move(a, 'submitted', by);
});
export const recall = act((a, _r, by) => move(a, 'draft', by));
export const startReview = act((a, _r, by) => {
  a.editor = by;
  move(a, 'in_review', by);
});
export const requestChanges = act((a, { body }, by) => move(a, 'changes_requested', by, String(body.message)));
export const decline = act((a, { body }, by) => move(a, 'declined', by, String(body.message)));

export const sendProof: Handler = (request) => {
  const account = who(request);
  const a = find(request.params.id);
  move(a, 'proof_out', account.person);
  const people = a.sections.flatMap((s) => s.contributors);
  return {
    revision_id: id(700), digest: revisionDigest(a), fingerprint: revisionDigest(a).slice(0, 8),
    links: people.map((person) => ({ person, url: world.mail ? null : `http://127.0.0.1:5173/admin/sign/${person.slug}`, mailed: world.mail })),
    to_look_at: [],
  };
};

function proofFor(a: Stored, me: PersonRef): Proof {
  const sections: ProofSection[] = a.sections.map((s, n) => {
    const mine = s.contributors.some((c) => c.id === me.id);
    const { html, changes } = mark(a.before[s.id] ?? s.body_html, s.body_html);
    return {
      section_id: s.id, bylines: s.contributors.map((c) => c.byline), marked_byline: s.contributors.map((c) => c.byline.text).join('; '), contributors: s.contributors, body_html: s.body_html, marked_html: html, changes, mine, images: s.images, references: s.references, marked_beside: '',
      digest: sectionDigest(a, n), fingerprint: sectionDigest(a, n).slice(0, 8),
    };
  });
  const own = sections.filter((s) => s.mine);
  const signedAt = own.map((s) => a.signed[s.section_id]).find((at) => at !== undefined) ?? null;
  const out = a.candidate?.state === 'proof_out';
  return {
    article_id: a.id, revision_id: id(700), digest: revisionDigest(a), fingerprint: revisionDigest(a).slice(0, 8), kind: a.kind,
    head: { title: a.head.title, summary: a.head.summary, marked_title: a.head.title, marked_summary: a.head.summary },
    question: a.head.question, marked_question: a.head.question, head_changes: 0, sections,
    disclaimers: [...new Map([...world.disclaimers].reverse().map((d) => [d.kind, d])).values()],
    declarations: a.sections.find((s) => s.contributors.some((c) => c.id === me.id))?.declarations ?? declared(),
    statement, can_sign: out && own.length > 0 && signedAt === null, signed_at: signedAt,
    site_name: 'Fernhill Journal', site_contact: null, asked_by: a.editor, link_expires_at: null,
  };
}

export const showProof: Handler = (request) => proofFor(find(request.params.id), who(request).person);

function sign(a: Stored, me: PersonRef, body: Record<string, unknown>): Signed {
  const n = a.sections.findIndex((s) => s.contributors.some((c) => c.id === me.id));
  const section = need(a.sections[n]);
  if (a.signed[section.id] !== undefined) throw new Refusal(409, 'already_signed', 'You have already signed.');
  if (body.digest !== revisionDigest(a)) throw new Refusal(409, 'stale_digest', 'The text changed while you were reading. Your signature was not taken.');
  const put = (body.put_back as PutBack[]).map((one) => one.number);
  if (put.length > 0) section.body_html = mark(a.before[section.id] ?? '', section.body_html, put).text;
  section.declarations = body.declarations as Declarations;
  a.signed[section.id] = new Date().toISOString();
  if (a.approvals.length > 0 && a.sections.every((s) => a.signed[s.id] !== undefined)) move(a, 'approved', me);
  return { at: a.signed[section.id] ?? '', digest: revisionDigest(a) };
}

export const attest: Handler = (request) => sign(find(request.params.id), who(request).person, request.body);
function stop(a: Stored, by: PersonRef): undefined {
  move(a, 'in_review', by);
  const [last] = a.history;
  if (last !== undefined) last.act = 'object';
  return undefined;
}
export const object: Handler = (request) => stop(find(request.params.id), who(request).person);

/** `odile` opens the long proof; `changed` answers as if the text had changed while it was read. */
const byToken = (token: string | undefined): Stored => {
  if (token !== 'odile' && token !== 'changed' && token !== 'odile-marchetti') throw new Refusal(404, 'no_such_link', 'This link does not open anything.');
  return need(world.articles.find((a) => a.head.title.startsWith('Lying awake')));
};
export const showByLink: Handler = ({ params }) => proofFor(byToken(params.token), odile);
export const attestByLink: Handler = ({ params, body }) => {
  if (params.token === 'changed') throw new Refusal(409, 'stale_digest', 'Imogen Hale changed the text just now. Your signature was not taken.');
  return sign(byToken(params.token), odile, body);
};
export const objectByLink: Handler = ({ params }) => stop(byToken(params.token), odile);

export const signatures: Handler = (request) => {
  who(request);
  const a = find(request.params.id);
  const sections = a.sections.map((s, n) => ({
    section_id: s.id, position: s.position, digest: sectionDigest(a, n), fingerprint: sectionDigest(a, n).slice(0, 8),
    contributors: s.contributors.map((person) => ({ person, signed_at: a.signed[s.id] ?? null, link_made_at: a.candidate?.digest == null ? null : daysAgo(3) })),
  }));
  const missing = [
    ...a.sections.flatMap((s) => (a.signed[s.id] === undefined
      ? s.contributors.map((person) => ({ what: 'signature', person, section_id: s.id, detail: `${person.byline.name} signs answer ${s.position}` }))
      : [])),
    ...(a.approvals.length === 0 ? [{ what: 'approval', person: null, section_id: null, detail: 'An editor approves the whole text' }] : []),
  ];
  return { digest: revisionDigest(a), fingerprint: revisionDigest(a).slice(0, 8), sections, approvals: a.approvals, missing, second_person: { refused: null, others: [] } };
};

export const approve = act((a, { body, account }, by) => {
  if (account !== null && isMine(a, account)) throw new Refusal(403, 'not_allowed', 'You are one of its authors. Another editor has to be the second person.');
  if (body.digest !== revisionDigest(a)) throw new Refusal(409, 'stale_digest', 'The text changed since you opened it. You have not approved anything.');
  a.approvals = (body.kinds as ('editorial' | 'clinical')[]).map((kind) => ({ person: by, kind, at: new Date().toISOString() }));
  if (a.sections.every((s) => a.signed[s.id] !== undefined)) move(a, 'approved', by);
});

export const publish: Handler = (request) => {
  const account = who(request);
  const a = find(request.params.id);
  if (a.candidate?.state !== 'approved') throw new Refusal(422, 'failed_checks', 'It cannot be published yet.', { errors: [] });
  a.candidate = null;
  a.public = { state: 'live', since: new Date().toISOString(), url: `/articles/${a.slug}`, reason: null };
  a.history.unshift({ at: new Date().toISOString(), by: account.person, caller: 'account', act: 'publish', detail: {}, revision_id: id(700), fingerprint: revisionDigest(a).slice(0, 8), kept_id: null });
  return { url: a.public.url, version: 12 };
};
export const revise = act((a, _r, by) => move(a, 'draft', by));
export const withdraw: Handler = (request) => {
  const account = who(request);
  const a = find(request.params.id);
  const confirmed = a.joint_act !== null && request.body.confirm === a.joint_act.id;
  const done = confirmed || request.body.emergency === true;
  const reason = confirmed ? (a.joint_act?.reason ?? '') : words(request.body.printed);
  if (done) a.public = { ...a.public, state: 'withdrawn', reason };
  a.joint_act = confirmed ? null : {
    id: id(720), act: 'withdraw', asked_by: account.person, asked_at: new Date().toISOString(), reason, class: null, digest: null,
    emergency: request.body.emergency === true,
  };
  a.history.unshift({
    at: new Date().toISOString(), by: account.person, caller: 'account', act: done ? 'withdraw' : 'ask_withdrawal', detail: {}, revision_id: null, fingerprint: null, kept_id: null,
  });
  return { done };
};

export const freshLink: Handler = ({ params }) => {
  const person = need(world.people.find((p) => p.id === params.person));
  return { person, url: `http://127.0.0.1:5173/admin/sign/${person.slug}`, mailed: false };
};
