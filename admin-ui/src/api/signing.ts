import { api, take } from './client';
import type {
  ApprovalKind, Attestation, EditorsAnswer, Objection, Proof, ProofLink, ProofSent, Signatures, Signed, Withdrawal,
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

/** The proof and its acts, through a session or through a one-time link: the screens do not care which. */
export interface ProofDoor {
  key: string;
  fetch: () => Promise<Proof>;
  attest: (attestation: Attestation) => Promise<Signed>;
  object: (objection: Objection) => Promise<void>;
}

export const doorOfArticle = (id: string): ProofDoor => ({
  key: `article:${id}`,
  fetch: () => fetchProof(id),
  attest: (body) => take(api.POST('/articles/{id}/attest', { ...at(id), body })),
  object: (body) => take(api.POST('/articles/{id}/object', { ...at(id), body })),
});

export const doorOfLink = (token: string): ProofDoor => {
  const path = { params: { path: { token } } };
  return {
    key: `link:${token}`,
    fetch: () => take(api.GET('/sign/{token}', path)),
    attest: (body) => take(api.POST('/sign/{token}', { ...path, body })),
    object: (body) => take(api.POST('/sign/{token}/object', { ...path, body })),
  };
};
