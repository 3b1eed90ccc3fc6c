import type { Picture } from '@/saving/sectionText';
import { IN_TEXT } from './sizes';

/** Where the editor keeps what is said of a picture: with the picture, so that undoing brings both back. */
export const FACTS = 'data-picture';

const parse = (html: string): HTMLElement => new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html').body;

/** A stored text as the editor takes it: each picture with what is said of it. */
export function withFacts(html: string, pictures: readonly Picture[]): string {
  if (!html.includes(IN_TEXT)) return html;
  const body = parse(html);
  for (const image of body.querySelectorAll(`img[src^="${IN_TEXT}"]`)) {
    const sha256 = image.getAttribute('src')?.slice(IN_TEXT.length);
    const facts = pictures.find((one) => one.sha256 === sha256);
    if (facts !== undefined) image.setAttribute(FACTS, JSON.stringify(facts));
  }
  return body.innerHTML;
}

/** What the editor holds, taken apart: the text, and what is said of the pictures in it, each once. */
export function withoutFacts(html: string): { html: string; pictures: Picture[] } {
  if (!html.includes(FACTS)) return { html, pictures: [] };
  const body = parse(html);
  const pictures: Picture[] = [];
  for (const image of body.querySelectorAll(`img[${FACTS}]`)) {
    const facts = readFacts(image.getAttribute(FACTS));
    image.removeAttribute(FACTS);
    if (facts !== null && !pictures.some((one) => one.sha256 === facts.sha256)) pictures.push(facts);
  }
  return { html: body.innerHTML, pictures };
}

/** What is said of a picture, or nothing where it is not of our making. */
export function readFacts(json: string | null): Picture | null {
  try {
    const read = JSON.parse(json ?? '') as Partial<Record<keyof Picture, unknown>>;
    const words = (value: unknown) => (typeof value === 'string' ? value : '');
    const { sha256, width, height, alt, clients } = read;
    if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) return null;
    if (typeof width !== 'number' || typeof height !== 'number' || width <= 0 || height <= 0) return null;
    return {
      sha256, width, height,
      alt: typeof alt === 'string' ? alt : null,
      caption: words(read.caption), credit: words(read.credit), licence: words(read.licence),
      clients: clients === 'none_shown' || clients === 'consent_held' ? clients : 'not_asked',
    };
  } catch {
    return null;
  }
}
