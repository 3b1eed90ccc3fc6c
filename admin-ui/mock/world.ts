// Invented people and texts. Nobody here exists.
import type {
  Account, Answer, Article, Byline, Candidate, CandidateState, Credential, Declarations, Disclaimer, HelpEntry,
  HistoryItem, Person, PersonRef, PublicCopy, Role, Section, Topic,
} from '../src/api/shapes.ts';

const DAY = 86_400_000;
export const daysAgo = (days: number, hour = 9): string => {
  const at = new Date(Date.now() - days * DAY);
  at.setHours(hour, 12, 0, 0);
  return at.toISOString();
};
export const id = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
let nextId = 9000;
export const freshId = (): string => id((nextId += 1));

export function bylineOf(name: string, ...letters: string[]): Byline {
  return { name, letters, role: 'author', text: [name, ...letters].join(', ') };
}
const ref = (n: number, name: string, ...letters: string[]): PersonRef => ({
  id: id(n),
  slug: name.toLowerCase().replaceAll(' ', '-'),
  byline: bylineOf(name, ...letters),
});

export const imogen = ref(1, 'Imogen Hale');
export const rufus = ref(2, 'Rufus Adeyemi', 'PhD', 'LP');
export const odile = ref(3, 'Odile Marchetti', 'MA', 'LPC');
export const bram = ref(4, 'Bram Castellane', 'MSW', 'LCSW');
export const yuki = ref(5, 'Yuki Ferreira', 'PsyD');
export const wanda = ref(6, 'Wendeline Osei', 'MD');

const credential = (n: number, abbreviation: string, kind: Credential['kind'], title: string, extra: Partial<Credential> = {}): Credential => ({
  id: id(n), abbreviation, kind, title, jurisdiction: null, issuer: null, number: null, show_number: false,
  expires_on: null, supervised_by: null, shown: true, verifications: [], ...extra,
});

const person = (who: PersonRef, credentials: Credential[], extra: Partial<Person> = {}): Person => ({
  ...who, bio: '', practice_url: null, photo_url: null, letters_order: who.byline.letters, hidden_letters: [],
  credentials, account: null, articles: 1, merged_from: [], ...extra,
});

const account = (n: number, who: PersonRef, email: string, roles: Role[], seen: number | null): Account => ({
  id: id(n), email, roles, person: who, disabled_at: null,
  last_seen_at: seen === null ? null : daysAgo(seen), invited_at: daysAgo(200),
});

const accounts = [
  account(11, imogen, 'editor@larkfield.example', ['owner', 'editor'], 0),
  account(12, rufus, 'rufus@larkfield.example', ['editor', 'author'], 1),
  account(13, odile, 'author@larkfield.example', ['author'], 0),
  account(14, bram, 'bram@larkfield.example', ['author'], 12),
  account(15, wanda, 'new@larkfield.example', ['author'], null),
];

const topicRows: [string, string, string | null, Topic['flag']][] = [
  ['1', 'Relationships and family', null, 'none'], ['1.1', 'Couples', '1', 'none'], ['1.2', 'Family', '1', 'none'],
  ['1.3', 'Separation', '1', 'none'], ['2', 'Feelings', null, 'none'], ['2.1', 'Anxiety', '2', 'none'],
  ['2.2', 'Grief', '2', 'none'], ['2.3', 'Anger', '2', 'none'], ['3', 'Therapy itself', null, 'none'],
  ['3.1', 'Starting therapy', '3', 'none'], ['4', 'In danger', null, 'crisis'], ['4.1', 'Suicide', '4', 'crisis'],
  ['4.2', 'Abuse at home', '4', 'abuse'], ['4.3', 'Eating disorders', '4', 'eating_disorder'],
];
const topics: Topic[] = topicRows.map(([n, label, group, flag]) => ({
  id: n, label, slug: label.toLowerCase().replaceAll(' ', '-'), flag, group, articles: 0,
}));

const no: Answer = { answer: 'no' };
const open: Answer = { answer: 'not_asked' };
export const declared = (): Declarations => ({
  interests: { ...no }, sponsorship: { ...no }, published_before: { ...no }, ai_assistance: { ...open }, case_material: { ...open },
});

const section = (n: number, position: number, by: PersonRef, body_html: string): Section => ({
  id: id(n), version: 2, position, body_html, contributors: [by], declarations: declared(), images: [], references: [],
  saved_at: daysAgo(0, 9), saved_by: by,
});

export interface Stored extends Article {
  waiting_since: string | null;
  signed: Record<string, string>;
  approvals: { person: PersonRef; kind: 'editorial' | 'clinical'; at: string }[];
  history: HistoryItem[];
  /** What the contributor saw last, by section, to mark changes against. */
  before: Record<string, string>;
}

const candidate = (state: CandidateState, since: string, by: PersonRef | null, reason: string | null = null): Candidate => ({
  state, since, by, reason: reason === null ? null : 'Changes asked for', message: reason,
  ...(state === 'proof_out' || state === 'approved'
    ? { revision_id: id(700), digest: 'e1b840d97f3a91c2', fingerprint: 'e1b840d9' }
    : { revision_id: null, digest: null, fingerprint: null }),
});
const unpublished: PublicCopy = { state: 'unpublished', since: null, url: null, reason: null };
const live = (days: number, slug: string): PublicCopy => ({ state: 'live', since: daysAgo(days), url: `/articles/${slug}`, reason: null });

let nextArticle = 100;
function article(
  title: string, topicIds: string[], sections: Section[], facts: Partial<Stored> & Pick<Stored, 'candidate'>, question: string | null = null,
): Stored {
  const first = sections[0]?.contributors[0] ?? null;
  return {
    id: id((nextArticle += 1)), slug: title.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
    kind: question === null ? 'article' : 'expert_answers', language: 'en',
    head: {
      version: 2, title, summary: '', question, topics: topics.filter((t) => topicIds.includes(t.id)),
      saved_at: daysAgo(0, 9), saved_by: first,
    },
    sections, public: unpublished, mine: false, may: [], editor: null, objection: null, joint_act: null, waiting_since: null, signed: {}, approvals: [], before: {},
    history: [
      { at: daysAgo(2, 20), by: first, caller: 'account', act: 'save', detail: {}, revision_id: null, fingerprint: null, kept_id: id(800) },
      { at: daysAgo(3, 9), by: first, caller: 'account', act: 'set_topics', detail: {}, revision_id: null, fingerprint: null, kept_id: null },
      { at: daysAgo(4, 18), by: first, caller: 'account', act: 'begin', detail: {}, revision_id: null, fingerprint: null, kept_id: null },
    ],
    ...facts,
  };
}

const kettle = article('Small repairs after a loud evening', ['1.1'], [
  section(301, 1, odile, '<p>Most arguments do not need a verdict. They need somebody to go back into the kitchen first.</p><h2>Before you speak</h2><p>Wait until both of you have slept. Then name <strong>one</strong> thing you did, without the word “but”.</p><ul><li>Say what you saw.</li><li>Say what you wish you had done.</li><li>Ask what it was like from the other side of the table.</li></ul>'),
  section(302, 2, bram, '<p>If you tend to go quiet, announce it: “I need twenty minutes, and I will come back.” Then come back after twenty minutes.</p>'),
], { candidate: candidate('draft', daysAgo(2), odile) }, 'We shout, we go silent, and a week later it starts again. What can we do the morning after?');

const borrowed = '<p>Sleep does not answer to orders. It comes when it is left <em>alone</em>, like a cat that nobody calls.</p><h2>What keeps you awake</h2><p>In my practice I meet three reasons: a body that is ready to run, a list that is not finished, and a bed that has become an office.</p><ul><li>Get up after twenty minutes.</li><li>Put the list on paper, outside the bedroom.</li></ul><p>If you lie awake because somebody frightens you, start there: speak to a person you trust before you work on sleep.</p>';
const proofed = article('Lying awake with a list', ['2.1'], [section(311, 1, odile, borrowed)], {
  candidate: candidate('proof_out', daysAgo(3), imogen), editor: imogen, waiting_since: daysAgo(3),
  before: { [id(311)]: '<p>Sleep does not obey orders. It comes when it is left <em>alone</em>, like a cat that nobody calls.</p><h2>Why you cannot sleep</h2><p>In twenty years of practice I meet three reasons: a body that is ready to run, a list that is not finished, and a bed that has become an office.</p><ul><li>Get up after twenty minutes.</li><li>Put the list on paper.</li></ul>' },
});

const answers = article('How do I grieve somebody I was angry with?', ['2.2', '2.3'], [
  section(321, 1, odile, '<p>You may miss someone and be relieved in the same hour. Neither feeling cancels the other.</p>'),
  section(322, 2, bram, '<p>Write the letter you would not send. Then write the answer you would have liked.</p>'),
  section(323, 3, yuki, '<p>Anger often stays because it is the last thing that still talks to the dead. Let it speak, and set it a bedtime.</p>'),
], {
  candidate: candidate('proof_out', daysAgo(4), imogen), editor: imogen, waiting_since: daysAgo(4),
  signed: { [id(322)]: daysAgo(1, 18) }, before: { [id(321)]: '<p>You can miss someone and be relieved in the same hour. Neither feeling cancels the other.</p>', [id(323)]: '<p>Anger often stays because it is the last thing that still talks to the dead. Let it speak.</p>' },
}, 'My father died in spring. We had not spoken for three years, and now I cannot stop arguing with him in my head.');

const articles: Stored[] = [
  kettle, proofed, answers,
  article('Asking for a second opinion', ['3.1'], [section(331, 1, bram, '<p>A second opinion is not an insult.</p>')], {
    candidate: candidate('in_review', daysAgo(6), imogen), editor: imogen, waiting_since: daysAgo(6) }),
  article('When the children take sides', ['1.2', '1.3'], [section(341, 1, yuki, '<p>Children take sides to stay warm.</p>')], {
    candidate: candidate('approved', daysAgo(1), rufus), editor: imogen, waiting_since: daysAgo(1),
    signed: { [id(341)]: daysAgo(1, 11) }, approvals: [{ person: rufus, kind: 'editorial', at: daysAgo(1, 15) }] }),
  article('Panic in a parked car', ['2.1'], [section(351, 1, wanda, '<p>Open the window. Name five things.</p>')], {
    candidate: candidate('submitted', daysAgo(9), wanda), waiting_since: daysAgo(9) }),
  article('The first holiday alone', ['1.3'], [section(361, 1, bram, '<p>Plan the evening before the day.</p>')], {
    candidate: candidate('submitted', daysAgo(2), bram), waiting_since: daysAgo(2) }),
  article('Medication and the wish to stop', ['3.1'], [section(371, 1, wanda, '<p>Do not stop on your own.</p>')], {
    candidate: candidate('changes_requested', daysAgo(5), imogen, 'Please say what to do on the first day, and add whom to call.'), editor: imogen, waiting_since: daysAgo(5) }),
  article('Anger that arrives a day late', ['2.3'], [section(381, 1, odile, '<p>Some people are angry on Tuesdays about Mondays.</p>')], {
    candidate: candidate('in_review', daysAgo(5), rufus), editor: rufus, waiting_since: daysAgo(5) }),
  article('Learning to be bored again', ['2.1'], [section(391, 1, odile, '<p>Boredom is a room, not a wall.</p>')], {
    candidate: null, public: live(170, 'learning-to-be-bored-again') }),
  article('Nine signs of a difficult boss', ['2.3'], [section(401, 1, odile, '<p>Nine signs.</p>')], {
    candidate: candidate('declined', daysAgo(80), imogen, 'We do not print lists that diagnose somebody who is not in the room. The part on limits would stand alone; I would gladly read that.') }),
];

const people: Person[] = [
  person(imogen, [], { account: accounts[0] ?? null, bio: 'Managing editor.' }),
  person(rufus, [credential(501, 'LP', 'licence', 'Licensed Psychologist', { jurisdiction: 'Minnesota', expires_on: '2028-04-30' })], { account: accounts[1] ?? null }),
  person(odile, [
    credential(511, 'LPC', 'licence', 'Licensed Professional Counselor', { jurisdiction: 'Texas', number: '88114', expires_on: '2027-01-15',
      verifications: [{ id: id(611), by: rufus, source: 'the board’s register', url: null, checked_on: '2026-03-03', valid_until: '2027-01-15', status: 'current' }] }),
    credential(512, 'MA', 'degree', 'Master of Arts, counselling', {
      verifications: [{ id: id(612), by: imogen, source: 'certificate seen', url: null, checked_on: '2025-06-09', valid_until: '2027-06-09', status: 'current' }] }),
    credential(513, 'NCC', 'certification', 'National Certified Counselor', { expires_on: '2028-09-30', shown: false }),
  ], { account: accounts[2] ?? null, articles: 6, bio: 'Odile Marchetti sees couples and single people in Austin.', practice_url: 'https://marchetti.example' }),
  person(bram, [credential(521, 'LCSW', 'licence', 'Licensed Clinical Social Worker', { expires_on: '2026-10-31' })], { account: accounts[3] ?? null, articles: 4 }),
  person(yuki, [], { articles: 2 }),
  person(wanda, [], { account: accounts[4] ?? null, articles: 2 }),
  person(ref(7, 'O. Marchetti', 'LPC'), [], { articles: 3 }),
];

const disclaimers: Disclaimer[] = [
  { id: id(801), kind: 'views_of_author', locale: 'en', version: 2, short: 'Views of those named.', title: 'Views of the author', body: 'The views above are those of the clinicians named, and not necessarily those of Larkfield Notes.', effective_from: '2026-03-01T00:00:00Z', approved_by: 'Imogen Hale and Rufus Adeyemi' },
  { id: id(802), kind: 'views_of_author', locale: 'en', version: 1, short: 'Views of those named.', title: 'Views of the author', body: 'These are the author’s views.', effective_from: '2024-05-12T00:00:00Z', approved_by: 'Imogen Hale' },
  { id: id(803), kind: 'not_medical_advice', locale: 'en', version: 1, short: 'Information, not treatment.', title: 'Not medical advice', body: 'This page informs. It does not replace a conversation with someone who knows you, and reading it does not make you a client of its authors.', effective_from: '2024-05-12T00:00:00Z', approved_by: 'Imogen Hale' },
];

const help: HelpEntry[] = [
  { id: id(851), country: 'US', kind: 'emergency', service: 'Emergency services (invented entry)', audience: null, call: '000', text_keyword: null, text_to: null, url: null, hours: 'day and night', languages: ['en'], stale: false, last_checked_on: '2026-11-02', checked_by: 'Imogen Hale', source: 'https://example.org' },
  { id: id(852), country: 'US', kind: 'crisis', service: 'A crisis line (invented entry)', audience: null, call: '000 0000', text_keyword: 'HELLO', text_to: '000', url: 'https://example.org', hours: 'day and night', languages: ['en', 'es'], stale: true, last_checked_on: '2026-07-02', checked_by: 'Rufus Adeyemi', source: 'https://example.org' },
];

export const world = {
  fault: 'none' as 'none' | 'silent' | 'signed_out' | 'slow',
  mail: false,
  site: { name: 'Larkfield Notes', country: 'US', contact: null },
  accounts, people, articles, topics, disclaimers, help,
  saves: new Map<string, unknown>(),
  usedLinks: new Map<string, string>(),
};

export const isEditor = (a: Account): boolean => a.roles.includes('editor') || a.roles.includes('owner');
