/** Where words stand in a text: from the first character to behind the last. */
export interface Stretch {
  from: number;
  to: number;
}

/** How much of what stands before the words tells equal ones apart. */
const BEFORE = 40;

interface Settled {
  text: string;
  /** For each character of `text` its place in what was settled. */
  at: number[];
}

/** Runs of white space as one space: programs disagree about spaces and ends of lines. */
function settle(raw: string): Settled {
  let text = '';
  const at: number[] = [];
  for (let i = 0; i < raw.length; i += 1) {
    const sign = raw[i] ?? '';
    const space = /\s/.test(sign);
    if (space && (text === '' || text.endsWith(' '))) continue;
    text += space ? ' ' : sign;
    at.push(i);
  }
  return { text, at };
}

/** How many characters two texts share at their ends. */
function shared(one: string, other: string): number {
  let n = 0;
  while (n < one.length && n < other.length && one.at(-1 - n) === other.at(-1 - n)) n += 1;
  return n;
}

/**
 * Finds quoted words in a text. Where they stand more than once, the place is taken that has the most in common
 * with what stood before them; `null` where they stand nowhere any more.
 */
export function findQuote(raw: string, quote: string, before: string): Stretch | null {
  const { text, at } = settle(raw);
  const words = settle(quote).text.trim();
  const lead = settle(before).text;
  if (words === '') return lead.trim() === '' ? null : behind(text, at, lead.trimEnd());
  let best: { start: number; common: number } | null = null;
  for (let start = text.indexOf(words); start !== -1; start = text.indexOf(words, start + 1)) {
    const common = shared(text.slice(Math.max(0, start - BEFORE), start).trimEnd(), lead.trimEnd());
    if (best === null || common > best.common) best = { start, common };
  }
  if (best === null) return null;
  return { from: at[best.start] ?? 0, to: (at[best.start + words.length - 1] ?? 0) + 1 };
}

/** The place between words behind which a comment without any stands. */
function behind(text: string, at: number[], lead: string): Stretch | null {
  const start = text.indexOf(lead);
  if (start === -1) return null;
  const to = (at[start + lead.length - 1] ?? 0) + 1;
  return { from: to, to };
}

/** What a comment remembers of the text before its words. */
export const beforeOf = (text: string): string => text.slice(-BEFORE);
