import type { SectionText } from '@/saving/sectionText';

/**
 * Two texts put together, block by block: what both have stands once, what only one has stands where that
 * text has it. It is a first draft for a person to read, never saved by itself.
 */
export function together(mine: string, theirs: string): string {
  const a = blocks(mine);
  const b = blocks(theirs);
  const common = longestCommon(a, b);
  const out: string[] = [];
  let i = 0;
  let j = 0;
  for (const block of [...common, null]) {
    while (i < a.length && a[i] !== block) out.push(a[i++] ?? '');
    while (j < b.length && b[j] !== block) out.push(b[j++] ?? '');
    if (block === null) break;
    out.push(block);
    i += 1;
    j += 1;
  }
  return out.join('');
}

/** The same with what stands beside: of each picture and work what I say, and what only they have. */
export function bothTogether(mine: SectionText, theirs: SectionText): SectionText {
  const pictures = [...mine.pictures, ...theirs.pictures.filter((one) => !mine.pictures.some((own) => own.sha256 === one.sha256))];
  const works = [...mine.works, ...theirs.works.filter((one) => !mine.works.some((own) => own.id === one.id))];
  return { html: together(mine.html, theirs.html), pictures, works };
}

function blocks(html: string): string[] {
  const { body } = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
  return [...body.children].map((child) => child.outerHTML);
}

function longestCommon(a: readonly string[], b: readonly string[]): string[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row !== undefined) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: string[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      found.push(a[i] ?? '');
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return found;
}
