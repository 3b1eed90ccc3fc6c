import { api, take } from './client';
import type { Presence, PresenceAct } from './shapes';

/** Says something about writing one part (`null` is title, question and summary), and answers who writes in the draft. */
export const sayPresence = async (article: string, act: PresenceAct, section: string | null): Promise<Presence[]> => {
  const body = section === null ? { act } : { act, section_id: section };
  return (await take(api.POST('/drafts/{article}/presence', { params: { path: { article } }, body }))).items;
};
