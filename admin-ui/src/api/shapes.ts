// The shapes of the API by the names the screens use. The one place that knows where they come from.

export interface Byline { name: string; letters: string[]; text: string }
export interface PersonRef { id: string; slug: string; byline: Byline }
export type TopicFlag = 'none' | 'crisis' | 'abuse' | 'eating_disorder';
export interface TopicRef { id: string; label: string; slug: string; flag: TopicFlag }
export interface Topic extends TopicRef { group: string | null; introduction?: string; articles?: number }

export type AnswerKind = 'not_asked' | 'no' | 'yes';
export interface Answer { answer: AnswerKind; details?: string | null }
export type Question = 'interests' | 'sponsorship' | 'ai_assistance' | 'published_before' | 'case_material';
export type Declarations = Record<Question, Answer>;

export type Kind = 'article' | 'expert_answers';
export interface Head {
  version: number; title: string; summary: string; question: string | null; topics: TopicRef[];
  saved_at: string; saved_by: PersonRef | null;
}
export interface Section {
  id: string; version: number; position: number; body_html: string; contributors: PersonRef[];
  declarations: Declarations; saved_at: string; saved_by: PersonRef | null;
}
export type CandidateState =
  'draft' | 'submitted' | 'in_review' | 'changes_requested' | 'proof_out' | 'approved' | 'scheduled' | 'declined';
export interface Candidate {
  state: CandidateState; since: string | null; by: PersonRef | null;
  /** Of a request for changes or a no; `message` in the editor's words. */
  reason: string | null; message: string | null;
  revision_id: string | null; digest: string | null; fingerprint: string | null;
}
export type PublicState = 'unpublished' | 'live' | 'under_concern' | 'withdrawn' | 'retracted';
export interface PublicCopy { state: PublicState; since: string | null; url: string | null; reason: string | null }
export interface SignatureCount { needed: number; given: number; approved: boolean }
export interface ArticleRow {
  id: string; kind: Kind; title: string; question: string | null; bylines: Byline[]; topics: TopicRef[];
  candidate: Candidate | null; public: PublicCopy; waiting_for: PersonRef[]; waiting_since: string | null;
  signatures: SignatureCount; editor: PersonRef | null; updated_at: string;
}
export type Act =
  'edit' | 'arrange' | 'submit' | 'recall' | 'start_review' | 'request_changes' | 'decline' | 'send_proof' | 'attest' |
  'object' | 'approve' | 'publish' | 'revise' | 'withdraw' | 'amend' | 'erase';
export interface Article {
  id: string; slug: string | null; kind: Kind; language: string; head: Head; sections: Section[];
  candidate: Candidate | null; public: PublicCopy; editor: PersonRef | null; mine: boolean; may: Act[];
}

export interface SectionSignatures {
  section_id: string; position: number; digest: string; fingerprint: string;
  contributors: { person: PersonRef; signed_at: string | null; link_made_at: string | null }[];
}
export interface Approval { person: PersonRef; kind: ApprovalKind; at: string }
export type ApprovalKind = 'editorial' | 'clinical';
export interface Missing { what: 'signature' | 'approval'; person: PersonRef | null; section_id: string | null; detail: string }
export interface Signatures { digest: string; fingerprint: string; sections: SectionSignatures[]; approvals: Approval[]; missing: Missing[] }

export interface Change { number: number; kind: 'added' | 'removed' | 'replaced'; before: string; after: string }
export interface ProofSection {
  section_id: string; bylines: Byline[]; contributors: PersonRef[]; body_html: string; marked_html: string;
  /** Numbered from 1 within the section. */
  changes: Change[]; mine: boolean; digest: string; fingerprint: string;
}
export interface Proof {
  article_id: string; revision_id: string;
  /** What a signature has to name. */
  digest: string; fingerprint: string;
  kind: Kind; head: { title: string; summary: string }; question: string | null; sections: ProofSection[];
  disclaimers: { title: string; body: string; version: number }[]; declarations: Declarations; statement: string[];
  can_sign: boolean; signed_at: string | null;
}
export interface PutBack { section_id: string; number: number }
export interface Signed { at: string; digest: string }
export interface ProofLink { person: PersonRef; url: string | null; mailed: boolean }
export interface ProofSent { revision_id: string; digest: string; fingerprint: string; links: ProofLink[] }

export interface HistoryItem {
  at: string; by: PersonRef | null;
  /** `account`, `link`, `operator` or `clock`. */
  caller: string; act: string; detail: unknown; revision_id: string | null; fingerprint: string | null;
}
/** The text that stands there, in the answer to a stale save. */
export interface CurrentText {
  version: number; saved_at?: string; saved_by?: string; title?: string; summary?: string; question?: string; body_html?: string;
}

export interface Session {
  account: { id: string; email: string; roles: string[]; person: PersonRef };
  site: { name: string; country: string; mail: boolean };
}
export interface OpenSession { id: string; started_at: string; last_seen_at: string; browser: string; current: boolean }
export type LinkPurpose = 'sign_in' | 'invite' | 'reset' | 'proof' | 'first_run';
export interface LinkInfo { purpose: LinkPurpose; valid: boolean; name?: string; email?: string }
export interface CopyLink { url: string | null; expires_at: string }
export interface Account {
  id: string; email: string; roles: string[]; person: PersonRef; disabled_at: string | null;
  last_seen_at: string | null; invited_at: string | null;
}
export interface Invited { account: Account; link: CopyLink; mailed: boolean }

export type CredentialKind = 'degree' | 'licence' | 'certification' | 'membership';
export interface Verification {
  id: string; by: PersonRef | null; source: string; url: string | null; checked_on: string;
  valid_until: string | null; status: string;
}
export interface CredentialFields {
  abbreviation: string; kind: CredentialKind; title: string | null; jurisdiction: string | null;
  issuer: string | null; number: string | null; show_number: boolean; expires_on: string | null;
  supervised_by: string | null; shown: boolean;
}
export interface Credential extends CredentialFields { id: string; verifications: Verification[] }
export interface PersonRow extends PersonRef {
  account: { id: string; email: string } | null; articles: number; note?: string | null;
}
export interface Person extends PersonRef {
  bio: string; practice_url: string | null; photo_url: string | null; letters_order: string[];
  hidden_letters: string[]; credentials: Credential[]; account: Account | null; articles: number; merged_from: PersonRef[];
}
export interface ParsedByline { name: string; letters: string[]; unknown_letters: string[]; practice: boolean }
export interface CatalogueEntry {
  abbreviation: string; kind: CredentialKind; title: string; jurisdiction: string | null; region: string | null;
}

export interface Disclaimer {
  id: string; kind: string; version: number; title: string; body: string; effective_from: string; approved_by: string;
}
export interface HelpEntry {
  id: string; country: string; kind: string; service: string; audience: string | null; call: string | null;
  text_keyword: string | null; text_to: string | null; url: string | null; hours: string | null;
  last_checked_on: string; checked_by: string; source: string;
}

export interface Page<T> { items: T[]; next: string | null }
export interface QueueGroup {
  /** A stable word: `awaiting_you`, `unassigned`, `with_colleagues`, `waiting_author`, `yours`. */
  key: string; label: string; items: ArticleRow[];
}

// Until the description of the server is in the repository every path is allowed.
/* eslint-disable @typescript-eslint/no-explicit-any */
interface AnyCall {
  parameters: { query?: any; path?: any; header?: any };
  requestBody?: { content: { 'application/json': any } };
  responses: { 200: { content: { 'application/json': any } } };
}
/* eslint-enable @typescript-eslint/no-explicit-any */
export type paths = Record<string, Record<'get' | 'put' | 'post' | 'delete' | 'patch', AnyCall>>;
