import type { QueryClient } from '@tanstack/react-query';

const LISTS = [['mine'], ['queue'], ['articles']];

/** Has the lists of articles asked for again, and what is known of one article. */
export const outdated = (client: QueryClient, article?: string): Promise<unknown> => {
  const ofArticle = article === undefined ? [] : [['draft', article], ['history', article], ['signatures', article]];
  return Promise.all([...LISTS, ...ofArticle].map((queryKey) => client.invalidateQueries({ queryKey })));
};
