import { api, take } from './client';
import type { Disclaimer, HelpEntry, Topic } from './shapes';

export const fetchTopics = async (): Promise<Topic[]> =>
  (await take(api.GET('/topics'))).items.map(({ topic, ...place }) => ({ ...topic, ...place }));

export const fetchDisclaimers = async (): Promise<Disclaimer[]> => (await take(api.GET('/disclaimers'))).items;

export const fetchHelp = async (): Promise<HelpEntry[]> => (await take(api.GET('/help'))).items;
