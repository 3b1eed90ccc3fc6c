import type { Change } from '../src/api/shapes.ts';

/** Words and tags in order; a coarse stand-in for the server's comparison. */
const pieces = (html: string): string[] => html.match(/<[^>]+>|[^<\s]+\s*/g) ?? [];

/** The new text with its changes marked and numbered, and the text with some changes put back. */
export function mark(before: string, after: string, putBack: number[] = []): { html: string; text: string; changes: Change[] } {
  const a = pieces(before);
  const b = pieces(after);
  const length = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number): number => length[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const line = length[i];
      if (line) line[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const changes: Change[] = [];
  let html = '';
  let text = '';
  let gone = '';
  let came = '';
  const flush = () => {
    if (gone === '' && came === '') return;
    const number = changes.length + 1;
    const strip = (s: string) => s.replace(/<[^>]+>/g, ' ').trim();
    const isTagOnly = strip(gone) === '' && strip(came) === '';
    if (isTagOnly) {
      html += came;
    } else {
      changes.push({ number, kind: gone === '' ? 'added' : came === '' ? 'removed' : 'replaced', before: strip(gone), after: strip(came) });
      const wrap = (tag: string, s: string) =>
        s.split(/(<[^>]+>)/).map((part) => (part === '' || (part.startsWith('<') && tag === 'ins') ? part : part.startsWith('<') ? '' : `<${tag} data-change="${number}">${part}</${tag}>`)).join('');
      html += wrap('del', gone) + wrap('ins', came);
    }
    text += putBack.includes(number) ? gone : came;
    gone = '';
    came = '';
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      flush();
      html += b[j] ?? '';
      text += b[j] ?? '';
      i += 1;
      j += 1;
    } else if (j < b.length && (i >= a.length || at(i, j + 1) >= at(i + 1, j))) {
      came += b[j] ?? '';
      j += 1;
    } else {
      gone += a[i] ?? '';
      i += 1;
    }
  }
  flush();
  return { html, text, changes };
}
