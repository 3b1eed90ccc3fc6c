import { api, take } from './client';
import type { Disclaimer, HelpEntry, Page, Topic } from './shapes';

export const fetchTopics = async (): Promise<Topic[]> => (await take<Page<Topic>>(api.GET('/topics'))).items;

export const fetchDisclaimers = async (): Promise<Disclaimer[]> =>
  (await take<Page<Disclaimer>>(api.GET('/disclaimers'))).items;

export const fetchHelp = async (): Promise<HelpEntry[]> => (await take<Page<HelpEntry>>(api.GET('/help'))).items;
