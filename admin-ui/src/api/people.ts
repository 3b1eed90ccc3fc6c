import { api, take } from './client';
import type {
  CatalogueEntry, Credential, NewCredential, NewVerification, ParsedByline, Person, PersonRow, ProfileChange, Verification,
} from './shapes';

const MOST = 200;

export const fetchPeople = async (q: string): Promise<PersonRow[]> =>
  (await take(api.GET('/people', { params: { query: q === '' ? { limit: MOST } : { q, limit: MOST } } }))).items;

/** A person without an account, from a byline as typed. */
export const addPerson = (typed: string): Promise<{ person: PersonRow; unknown_letters: string[] }> =>
  take(api.POST('/people', { body: { typed } }));

export const parseByline = (typed: string): Promise<ParsedByline> => take(api.POST('/bylines/parse', { body: { typed } }));

/** `me` stands for the person who is signed in. */
export const fetchPerson = (id: string): Promise<Person> =>
  take(api.GET('/people/{id}', { params: { path: { id } } }));

export const changePerson = (id: string, change: ProfileChange): Promise<Person> =>
  // The description cannot say that an address may be null, which takes it away.
  take(api.PATCH('/people/{id}', { params: { path: { id } }, body: change as { practice_url?: string } }));

export const renamePerson = (id: string, name: string): Promise<Person> =>
  take(api.POST('/people/{id}/rename', { params: { path: { id } }, body: { name } }));

/** `id` turned out to be `into`. `lost` are the articles whose second person was one of their authors. */
export const mergePerson = (id: string, into: string): Promise<{ articles: number; lost_second_person: number }> =>
  take(api.POST('/people/{id}/merge', { params: { path: { id } }, body: { into, confirm: true } }));

export const putPhoto = (id: string, image: Blob): Promise<unknown> =>
  take(
    api.PUT('/people/{id}/photo', {
      params: { path: { id } },
      // The type is that of the file; the bytes go as they are.
      body: '',
      bodySerializer: () => image,
      headers: { 'Content-Type': image.type },
      parseAs: 'blob',
    }),
  );

export const deletePhoto = (id: string): Promise<void> =>
  take(api.DELETE('/people/{id}/photo', { params: { path: { id } } }));

export const addCredential = (person: string, fields: NewCredential): Promise<Credential> =>
  take(api.POST('/people/{id}/credentials', { params: { path: { id: person } }, body: fields }));

/** The fields as `NewCredential` has them; what is left out stays as it is, `null` takes it away. */
export type CredentialChange = { [K in keyof NewCredential]?: NewCredential[K] | null };

export const changeCredential = (id: string, change: CredentialChange): Promise<Credential> =>
  take(api.PATCH('/credentials/{id}', { params: { path: { id } }, body: change as Partial<NewCredential> }));

export const deleteCredential = (id: string): Promise<void> =>
  take(api.DELETE('/credentials/{id}', { params: { path: { id } } }));

export const verifyCredential = (id: string, check: NewVerification): Promise<Verification> =>
  take(api.POST('/credentials/{id}/verifications', { params: { path: { id } }, body: check }));

export const fetchCatalogue = async (): Promise<CatalogueEntry[]> =>
  (await take(api.GET('/credential-catalogue'))).items;
