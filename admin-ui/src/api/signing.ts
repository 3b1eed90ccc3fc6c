import { api, take } from './client';
import type {
  AmendmentClass, ApprovalKind, Attestation, EditorsAnswer, Erasure, Objection, Proof, ProofLink, ProofSent, Signatures, Signed, Withdrawal,
} from './shapes';

const at = (id: string) => ({ params: { path: { id } } });

export const submit = (id: string): Promise<void> =>
  take(api.POST('/articles/{id}/submit', { ...at(id), body: { statement: true } }));

/** An editor gives in what came from somebody without an account. */
export const submitForAuthor = (id: string): Promise<void> =>
  take(api.POST('/articles/{id}/submit', { ...at(id), body: { came_from_author: true } }));

export const recall = (id: string): Promise<void> => take(api.POST('/articles/{id}/recall', at(id)));

export const startReview = (id: string): Promise<void> => take(api.POST('/articles/{id}/start-review', at(id)));

export const requestChanges = (id: string, why: EditorsAnswer): Promise<void> =>
  take(api.POST('/articles/{id}/request-changes', { ...at(id), body: why }));

export const decline = (id: string, why: EditorsAnswer): Promise<void> =>
  take(api.POST('/articles/{id}/decline', { ...at(id), body: why }));

export const sendProof = (id: string): Promise<ProofSent> => take(api.POST('/articles/{id}/proof', at(id)));

/** A fresh link for one clinician, to copy. */
export const makeProofLink = (id: string, person: string): Promise<ProofLink> =>
  take(api.POST('/articles/{id}/proof/links/{person}', { params: { path: { id, person } } }));

/** A reminder to one clinician by mail; once a day. */
export const remind = (id: string, person: string): Promise<{ at: string }> =>
  take(api.POST('/articles/{id}/proof/reminders/{person}', { params: { path: { id, person } } }));

/** Whether those who have not signed are reminded by themselves. */
export const setReminders = (id: string, automatic: boolean): Promise<void> =>
  take(api.PUT('/articles/{id}/proof/reminders', { ...at(id), body: { automatic } }));

export const fetchProof = (id: string): Promise<Proof> => take(api.GET('/articles/{id}/proof', at(id)));

export const fetchSignatures = (id: string): Promise<Signatures> => take(api.GET('/articles/{id}/signatures', at(id)));

/** Names the digest it signs: another text on the server is refused, never signed by mistake. */
export const approve = (id: string, digest: string, kinds: ApprovalKind[]): Promise<void> =>
  take(api.POST('/articles/{id}/approve', { ...at(id), body: { digest, kinds } }));

export const publish = (id: string, digest: string): Promise<{ url: string; version: number }> =>
  take(api.POST('/articles/{id}/publish', { ...at(id), body: { digest } }));

export const revise = (id: string): Promise<void> => take(api.POST('/articles/{id}/revise', at(id)));

/**
 * Ask with the printed reason, agree as the second person, or do it alone and be reviewed afterwards.
 * `done` is false while it waits for a second person.
 */
export const withdraw = (id: string, how: Withdrawal): Promise<{ done: boolean }> =>
  take(api.POST('/articles/{id}/withdraw', { ...at(id), body: how }));

/** Freezes the changed text of a live article and signs it as the first of two; the digest is for the second. */
export const proposeAmendment = (id: string, what: AmendmentClass): Promise<void> =>
  take(api.POST('/articles/{id}/amend', { ...at(id), body: { class: what } })).then(() => undefined);

/** Signs exactly this text as the second person, which publishes it. */
export const joinAmendment = (id: string, digest: string): Promise<void> =>
  take(api.POST('/articles/{id}/amend', { ...at(id), body: { digest } })).then(() => undefined);

/** Asks with a reason for the record, or agrees as the second person: then it is done for good. */
export const erase = (id: string, how: Erasure): Promise<{ done: boolean }> =>
  take(api.POST('/articles/{id}/erase', { ...at(id), body: how }));

/** The frozen text as the page that readers will be given. */
export const proofPage = (id: string): string => `/api/v1/articles/${id}/proof/page`;

/** The proof and its acts, through a session or through a one-time link: the screens do not care which. */
export interface ProofDoor {
  key: string;
  /** The page that readers will be given. */
  page: string;
  fetch: () => Promise<Proof>;
  attest: (attestation: Attestation) => Promise<Signed>;
  object: (objection: Objection) => Promise<void>;
}

export const doorOfArticle = (id: string): ProofDoor => ({
  key: `article:${id}`,
  page: proofPage(id),
  fetch: () => fetchProof(id),
  attest: (body) => take(api.POST('/articles/{id}/attest', { ...at(id), body })),
  object: (body) => take(api.POST('/articles/{id}/object', { ...at(id), body })),
});

export const doorOfLink = (token: string): ProofDoor => {
  const path = { params: { path: { token } } };
  return {
    key: `link:${token}`,
    page: `/api/v1/sign/${encodeURIComponent(token)}/page`,
    fetch: () => take(api.GET('/sign/{token}', path)),
    attest: (body) => take(api.POST('/sign/{token}', { ...path, body })),
    object: (body) => take(api.POST('/sign/{token}/object', { ...path, body })),
  };
};
