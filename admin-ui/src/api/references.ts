import type { Work } from '@/saving/sectionText';
import { api, take } from './client';
import type { Reference } from './shapes';

/** A pasted list, taken apart as far as it can be. */
export const parseReferences = async (typed: string, first: number): Promise<Reference[]> =>
  (await take(api.POST('/references/parse', { body: { typed, first } }))).items;

/** Works as they will be printed, or a problem by field. */
export const checkReferences = async (works: readonly Work[]): Promise<Reference[]> =>
  (await take(api.POST('/references/check', { body: { references: works.map((work) => ({ ...work })) } }))).items;
