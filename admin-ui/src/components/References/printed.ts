import type { Work } from '@/saving/sectionText';

const ended = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

/** A work in one line while it is written; the server prints it for readers. */
export function printed({ authors, year, title, source, doi, pmid, url }: Work): string {
  const who = authors !== '' && year === '' ? ended(authors) : authors;
  const parts = [who, year !== '' && `(${year}).`, ended(title), source !== '' && ended(source)];
  if (doi !== '') parts.push(`https://doi.org/${doi}`);
  if (pmid !== '') parts.push(`PMID ${pmid}`);
  if (doi === '' && url !== '') parts.push(url);
  return parts.filter((part) => part !== false && part !== '').join(' ');
}
