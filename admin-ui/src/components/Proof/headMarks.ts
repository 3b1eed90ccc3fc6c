import type { Proof, ProofSection } from '@/api/shapes';
import type { Numbered } from './changes';
import { numberMarks } from './marks';

/** What the server says of changes round the text, where it says it. */
interface MarkedFrame {
  head: Proof['head'] & { marked_title?: string | null; marked_summary?: string | null };
  marked_question?: string | null;
}

/** One part of what stands round the text, with the changes since the caller last saw it. */
export interface MarkedPart {
  /** How its changes are called on the page. */
  name: string;
  html: string;
}

export interface MarkedParts {
  title: MarkedPart;
  bylines: MarkedPart[];
  summary: MarkedPart;
  question: MarkedPart;
}

export const keyOfPart = (name: string, number: number): string => `${name}:${number}`;

/** Title, names, summary and question. Of the names only those over the caller's own text have marks. */
export function partsOf(proof: Proof): MarkedParts {
  const marked: MarkedFrame = proof;
  const part = (name: string, html: string): MarkedPart => ({ name, html: numberMarks(html) });
  return {
    title: part('title', marked.head.marked_title ?? escaped(proof.head.title)),
    bylines: proof.sections.map((section) => part(`byline-${section.section_id}`, markedByline(section))),
    summary: part('summary', marked.head.marked_summary ?? escaped(proof.head.summary)),
    question: part('question', marked.marked_question ?? escaped(proof.question ?? '')),
  };
}

function markedByline(section: ProofSection & { marked_byline?: string }): string {
  const plain = escaped(section.bylines.map((b) => b.text).join('; '));
  return section.mine ? (section.marked_byline ?? plain) : plain;
}

/** The changes round the text, in the order drawn. They are read and walked, and not put back one by one. */
export function headChanges(proof: Proof): Numbered[] {
  const { title, bylines, summary, question } = partsOf(proof);
  const keys = [title, ...bylines, summary, question].flatMap(({ name, html }) => numbersIn(html).map((number) => keyOfPart(name, number)));
  return keys.map((key, index) => ({ key, number: index + 1 }));
}

export const hasMarks = ({ html }: MarkedPart): boolean => numbersIn(html).length > 0;

function numbersIn(html: string): number[] {
  const found = [...html.matchAll(/<(?:ins|del)[^>]* data-change="(\d+)"/g)].map((match) => Number(match[1]));
  return [...new Set(found)];
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
