/**
 * The marks of a proof, numbered. The server writes `data-change` on what it marks; where it does not, a
 * removal and the addition right after it are one change, counted from the start.
 */
export function numberMarks(html: string): string {
  const { body } = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
  const marks = [...body.querySelectorAll('ins, del')].filter((mark) => mark.parentElement?.closest('ins, del') === null);
  let counted = 0;
  let before: Element | null = null;
  for (const mark of marks) {
    if (!mark.hasAttribute('data-change')) {
      if (!(before !== null && isRightAfter(before, mark) && before.nodeName === 'DEL' && mark.nodeName === 'INS')) counted += 1;
      mark.setAttribute('data-change', String(counted));
    }
    before = mark;
  }
  const last = new Map<string, Element>();
  for (const mark of marks) last.set(mark.getAttribute('data-change') ?? '', mark);
  for (const mark of last.values()) mark.setAttribute('data-last', 'true');
  return body.innerHTML;
}

function isRightAfter(a: Element, b: Element): boolean {
  for (let node = a.nextSibling; node !== null; node = node.nextSibling) {
    if (node === b) return true;
    if (node.nodeType !== Node.TEXT_NODE || node.textContent?.trim() !== '') return false;
  }
  return false;
}

/** Where Before and Next lead: the first press goes to the first or the last change; at the ends it stays. */
export function step(at: number | null, by: 1 | -1, total: number): number {
  if (total === 0) return 0;
  if (at === null) return by === 1 ? 1 : total;
  return Math.min(total, Math.max(1, at + by));
}
