import { api, take } from './client';
import type {
  CatalogueEntry, Credential, CredentialFields, Page, ParsedByline, Person, PersonRow, Verification,
} from './shapes';

export const fetchPeople = async (q: string): Promise<PersonRow[]> =>
  (await take<Page<PersonRow>>(api.GET('/people', { params: { query: { q, limit: 200 } } }))).items;

/** A person without an account, from a byline as typed. */
export const addPerson = (typed: string): Promise<{ person: PersonRow; unknown_letters: string[] }> =>
  take(api.POST('/people', { body: { typed } }));

export const parseByline = (typed: string): Promise<ParsedByline> => take(api.POST('/bylines/parse', { body: { typed } }));

/** `me` stands for the person who is signed in. */
export const fetchPerson = (id: string): Promise<Person> =>
  take(api.GET('/people/{id}', { params: { path: { id } } }));

export interface ProfileChange {
  bio?: string;
  practice_url?: string | null;
  letters_order?: string[];
  hidden_letters?: string[];
}

export const changePerson = (id: string, change: ProfileChange): Promise<Person> =>
  take(api.PATCH('/people/{id}', { params: { path: { id } }, body: change }));

export const renamePerson = (id: string, name: string): Promise<Person> =>
  take(api.POST('/people/{id}/rename', { params: { path: { id } }, body: { name } }));

export const mergePerson = (id: string, into: string): Promise<{ articles: number; lost_second_person: number }> =>
  take(api.POST('/people/{id}/merge', { params: { path: { id } }, body: { into, confirm: true } }));

export const putPhoto = (id: string, image: Blob): Promise<void> =>
  take(
    api.PUT('/people/{id}/photo', {
      params: { path: { id } },
      body: image,
      bodySerializer: (bytes: unknown) => bytes,
      headers: { 'Content-Type': image.type || 'application/octet-stream' },
    }),
  );

export const deletePhoto = (id: string): Promise<void> =>
  take(api.DELETE('/people/{id}/photo', { params: { path: { id } } }));

export const addCredential = (person: string, fields: CredentialFields): Promise<Credential> =>
  take(api.POST('/people/{id}/credentials', { params: { path: { id: person } }, body: fields }));

export const changeCredential = (id: string, fields: Partial<CredentialFields>): Promise<Credential> =>
  take(api.PATCH('/credentials/{id}', { params: { path: { id } }, body: fields }));

export const deleteCredential = (id: string): Promise<void> =>
  take(api.DELETE('/credentials/{id}', { params: { path: { id } } }));

export interface Check {
  source: string;
  url?: string;
  checked_on: string;
  valid_until?: string;
  status: string;
}

export const verifyCredential = (id: string, check: Check): Promise<Verification> =>
  take(api.POST('/credentials/{id}/verifications', { params: { path: { id } }, body: check }));

export const fetchCatalogue = async (): Promise<CatalogueEntry[]> =>
  (await take<Page<CatalogueEntry>>(api.GET('/credential-catalogue'))).items;
