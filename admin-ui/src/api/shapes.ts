// The shapes of the API by the names the screens use. The one place that knows where they come from.
import type { components } from './schema';

export type { paths } from './schema';

type S = components['schemas'];

export type Byline = S['Byline'];
/** What somebody did for the text over which the name stands. */
export type ContributorRole = S['ContributorRole'];
export type PersonRef = S['PersonRef'];
export type TopicRef = S['TopicRef'];
export type TopicFlag = S['Flag'];
/** A topic with its place in the tree; `group` is `null` for a group. */
export type Topic = TopicRef & Omit<S['PublicTopic'], 'topic'>;

export type Answer = S['DeclarationAnswer'];
export type Declarations = S['Declarations'];
export type Question = keyof Declarations;

export type Kind = S['Kind'];
export type Head = S['Head'];
export type Section = S['Section'];
/** An image of a section, with what is said of it. */
export type SectionImage = S['SectionImage'];
export type ImageFacts = S['ImageFacts'];
export type AddedImage = S['AddedImage'];
/** A work of the list of references. */
export type Reference = S['Reference'];
export type Candidate = S['Candidate'];
export type CandidateState = S['CandidateState'];
export type PublicCopy = S['PublicCopy'];
export type ArticleRow = S['ArticleRow'];
/** How far the signatures are, whoever looks. */
export type SignatureCount = Pick<S['SignatureCount'], 'needed' | 'given' | 'approved'>;
export type Act = S['Act'];
export type Article = S['Article'];
export type QueueGroup = S['QueueGroup'];
export type HistoryItem = S['HistoryLine'];
/** Earlier words of a draft, and where they belong. */
export type KeptText = S['KeptText'];
/** What changed between an earlier text and the draft as it stands. */
export type ChangesSince = S['ChangesSince'];
export type ChangedPart = S['ChangedPart'];
/** Somebody who writes a part of a draft just now. */
export type Presence = S['Presence'];
export type PresenceAct = S['PresenceAct'];
export type Saved = S['Saved'];
export type SavedSection = S['SavedSection'];
/** The text that stands there, in the answer to a stale save. */
export type CurrentText = S['CurrentText'];

export type InvitationToWrite = S['InvitationToWrite'];
export type InvitedWriter = S['InvitedWriter'];
export type SentInvitations = S['SentInvitations'];
export type NewPreviewLink = S['NewPreviewLink'];
export type PreviewLink = S['PreviewLink'];

export type Signatures = S['Signatures'];
/** One name over a section: asked when and which way, reminded when, signed when. */
export type SignedContributor = S['SignedContributor'];
/** Whether one can approve a text oneself, and who else can. */
export type SecondPerson = S['SecondPerson'];
export type ApprovalKind = S['Reading'];
export type Change = S['Change'];
export type ProofSection = S['ProofSection'];
export type Proof = S['Proof'];
export type PutBack = S['PutBack'];
export type Signed = S['Signed'];
export type ProofLink = S['ProofLink'];
export type ProofSent = S['ProofSent'];
export type Attestation = S['Attestation'];
export type Objection = S['Objection'];
export type Withdrawal = S['WithdrawalRequest'];
/** An act that waits for a second person. */
export type JointAct = S['JointAct'];
export type AmendmentClass = S['AmendmentClass'];
export type Erasure = S['ErasureRequest'];
export type EditorsAnswer = S['EditorsAnswer'];

export type Session = S['SessionFacts'];
export type WaysIn = S['WaysIn'];
export type OpenSession = S['Browser'];
export type LinkInfo = S['Link'];
export type LinkUse = S['Typed'];
export type CopyLink = S['LinkToCopy'];
export type Role = S['Role'];
export type Account = S['Account'];
export type Invitation = S['NewAccount'];
export type Invited = S['Invited'];

export type PersonRow = S['PersonRow'];
export type Person = S['Person'];
export type ProfileChange = Omit<S['ProfileChange'], 'practice_url'> & {
  /** `null` takes it away. */
  practice_url?: string | null;
};
export type ParsedByline = S['ParsedByline'];
export type Credential = S['Credential'];
export type CredentialKind = S['CredentialKind'];
export type NewCredential = S['NewCredential'];
export type Verification = S['Verification'];
export type VerificationStatus = S['VerificationStatus'];
export type NewVerification = S['NewVerification'];
export type CatalogueEntry = S['CatalogueEntry'];

export type Disclaimer = S['Disclaimer'];
export type HelpEntry = S['HelpEntry'];

/** What was found in a Word document, before anything of it is kept. */
export type FoundInDocument = S['FoundInDocument'];
export type FoundByline = S['FoundByline'];
export type TrackedChanges = S['TrackedChanges'];
export type DocumentChoices = S['DocumentChoices'];
/** Who stands over the text of a document. */
export type ConfirmedBy = S['ConfirmedBy'];
export type BegunDraft = S['BegunDraft'];

/** A comment beside a text, with the answers to it. */
export type Comment = S['Comment'];
export type CommentAnswer = S['CommentAnswer'];
