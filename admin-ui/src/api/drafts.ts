import { sent, type SectionText } from '@/saving/sectionText';
import { api, ifMatch, take } from './client';
import type { Article, ChangesSince, ContributorRole, HistoryItem, KeptText, Saved, SavedSection } from './shapes';

export interface HeadText {
  title: string;
  summary: string;
  question: string | null;
}

/** What one save sends besides the text: which text it grew from, and its own name for a retry. */
export interface SaveOf<T> {
  text: T;
  version: number;
  saveId: string;
}

/** An article without a question sends none. */
const asked = ({ question }: HeadText) => (question === null ? {} : { question });

export const fetchDraft = (article: string): Promise<Article> =>
  take(api.GET('/drafts/{article}', { params: { path: { article } } }));

export const saveHead = (article: string, save: SaveOf<HeadText>): Promise<Saved> =>
  take(
    api.PUT('/drafts/{article}/head', {
      params: { path: { article } },
      headers: ifMatch(save.version),
      body: { save_id: save.saveId, title: save.text.title, summary: save.text.summary, ...asked(save.text) },
    }),
  );

export const saveSection = (article: string, section: string, save: SaveOf<SectionText>): Promise<SavedSection> =>
  take(
    api.PUT('/drafts/{article}/sections/{section}', {
      params: { path: { article, section } },
      headers: ifMatch(save.version),
      body: { save_id: save.saveId, ...sent(save.text) },
    }),
  );

export const setTopics = (article: string, topics: string[]): Promise<void> =>
  take(api.PUT('/drafts/{article}/topics', { params: { path: { article } }, body: { topics } }));

export const addSection = (article: string, by: { contributors: string[] } | { typed: string }): Promise<{ id: string }> =>
  take(api.POST('/drafts/{article}/sections', { params: { path: { article } }, body: by }));

/** Somebody over a text, and what they did for it. */
export interface InRole {
  person: string;
  role: ContributorRole;
}

/** Who stands over a text, in the order printed; `typed` names one more who is new here. */
export const setContributors = (article: string, section: string, contributors: InRole[], typed?: { typed: string; role: ContributorRole }): Promise<void> =>
  take(
    api.PUT('/drafts/{article}/sections/{section}/contributors', {
      params: { path: { article, section } },
      body: typed === undefined ? { contributors } : { contributors, typed: typed.typed, typed_role: typed.role },
    }),
  );

export const orderSections = (article: string, sections: string[]): Promise<void> =>
  take(api.PUT('/drafts/{article}/order', { params: { path: { article } }, body: { sections } }));

export const deleteSection = (article: string, section: string): Promise<void> =>
  take(api.DELETE('/drafts/{article}/sections/{section}', { params: { path: { article, section } } }));

/** The newest act first. */
export const fetchHistory = async (article: string): Promise<HistoryItem[]> => {
  const { items } = await take(api.GET('/drafts/{article}/history', { params: { path: { article } } }));
  return [...items].sort((a, b) => b.at.localeCompare(a.at));
};

/** The draft as the page that readers would be given, were it published as it stands. */
export const draftPage = (id: string): string => `/api/v1/drafts/${id}/page`;

export const fetchKept = (article: string, id: string): Promise<KeptText> =>
  take(api.GET('/drafts/{article}/kept/{id}', { params: { path: { article, id } } }));

/** An earlier text: words of one part that were kept, or the whole as it was frozen. */
export interface Earlier {
  is: 'kept' | 'frozen';
  id: string;
}

export const fetchChangesSince = (article: string, { is, id }: Earlier): Promise<ChangesSince> => {
  const params = { path: { article, id } };
  return is === 'kept'
    ? take(api.GET('/drafts/{article}/kept/{id}/changes', { params }))
    : take(api.GET('/drafts/{article}/revisions/{id}/changes', { params }));
};

/** Keeps words that were not chosen, so that they can be brought back. */
export const keepWords = (article: string, words: { section: string; text: SectionText } | HeadText): Promise<unknown> =>
  take(
    api.POST('/drafts/{article}/kept', {
      params: { path: { article } },
      body: 'section' in words ? { section_id: words.section, ...sent(words.text) } : { title: words.title, summary: words.summary, ...asked(words) },
    }),
  );

export const bringBack = (article: string, kept: KeptText, saveId: string): Promise<unknown> =>
  take(
    api.POST('/drafts/{article}/kept/{id}/bring-back', {
      params: { path: { article, id: kept.id } },
      headers: ifMatch(kept.version),
      body: { save_id: saveId },
    }),
  );
