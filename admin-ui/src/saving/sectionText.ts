import type { CurrentText, ImageFacts, KeptText, Reference, Section, SectionImage } from '@/api/shapes';

/** A work of the list of references, as it is typed. Everything but its name and title may be empty. */
export interface Work {
  id: string;
  authors: string;
  year: string;
  title: string;
  source: string;
  doi: string;
  pmid: string;
  url: string;
}

/** An image with what is said of it. */
export interface Picture extends Required<Omit<ImageFacts, 'alt'>> {
  /** Empty for mere decoration; `null` while nobody has said. */
  alt: string | null;
  width: number;
  height: number;
}

/** What one save of a section sends: the words, and what stands beside them. */
export interface SectionText {
  html: string;
  pictures: readonly Picture[];
  works: readonly Work[];
}

export const workOf = ({ id, authors, year, title, source, doi, pmid, url }: Reference): Work => ({
  id, authors, year, title, source, doi: doi ?? '', pmid: pmid ?? '', url: url ?? '',
});

export const pictureOf = ({ sha256, width, height, alt, caption, credit, licence, clients }: SectionImage): Picture => ({
  sha256, width, height, alt, caption, credit, licence, clients,
});

type Stored = Pick<Section, 'body_html' | 'images' | 'references'>;

export const sectionText = (section: Stored): SectionText => ({
  html: section.body_html,
  pictures: section.images.map(pictureOf),
  works: section.references.map(workOf),
});

/** The text that stands there, of a stale answer. */
export const currentSectionText = (current: CurrentText): SectionText =>
  sectionText({ body_html: current.body_html ?? '', images: current.images ?? [], references: current.references ?? [] });

export const keptSectionText = (kept: KeptText): SectionText =>
  sectionText({ body_html: kept.body_html ?? '', images: kept.images, references: kept.references });

export const sameSectionText = (a: SectionText, b: SectionText): boolean =>
  a.html === b.html && same(a.pictures, b.pictures) && same(a.works, b.works);

function same<T extends object>(a: readonly T[], b: readonly T[]): boolean {
  const keys = (one: T) => Object.keys(one) as (keyof T)[];
  return a.length === b.length && a.every((one, index) => keys(one).every((key) => one[key] === b[index]?.[key]));
}

/** A text as the API takes it. */
export const sent = ({ html, pictures, works }: SectionText) => ({
  body_html: html,
  images: pictures.map(({ sha256, alt, caption, credit, licence, clients }) => ({
    sha256, ...(alt === null ? {} : { alt }), caption, credit, licence, clients,
  })),
  references: works.map((work) => ({ ...work })),
});

/** The first free name for a work: one more than the highest number there is. */
export function nextNumber(works: readonly Work[]): number {
  return works.reduce((most, { id }) => Math.max(most, Number(/^r(\d+)$/.exec(id)?.[1] ?? 0)), 0) + 1;
}
