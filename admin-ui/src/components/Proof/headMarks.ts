import type { Proof, ProofSection } from '@/api/shapes';
import { numbersIn, type Numbered } from './changes';
import { printedLine } from '@/byline';
import { numberMarks } from './marks';

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
  const part = (name: string, html: string): MarkedPart => ({ name, html: numberMarks(html) });
  return {
    title: part('title', proof.head.marked_title),
    bylines: proof.sections.map((section) => part(`byline-${section.section_id}`, markedByline(section))),
    summary: part('summary', proof.head.marked_summary),
    question: part('question', proof.marked_question ?? ''),
  };
}

function markedByline(section: ProofSection): string {
  const plain = escaped(printedLine(section.bylines));
  return section.mine ? section.marked_byline : plain;
}

/** The changes round the text, in the order drawn. They are read and walked, and not put back one by one. */
export function headChanges(proof: Proof): Numbered[] {
  const { title, bylines, summary, question } = partsOf(proof);
  const keys = [title, ...bylines, summary, question].flatMap(({ name, html }) => numbersIn(html).map((number) => keyOfPart(name, number)));
  return keys.map((key, index) => ({ key, number: index + 1 }));
}

export const hasMarks = ({ html }: MarkedPart): boolean => numbersIn(html).length > 0;

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
