import type { LeftOut } from './leftOut';

/** Links lead where they say: what a program put in between is taken off, and what leads nowhere is plain words. */
export function mendLinks(body: HTMLElement, leftOut: LeftOut): void {
  for (const link of [...body.querySelectorAll('a')]) {
    const href = link.getAttribute('href');
    const address = href === null ? null : trueAddress(href);
    if (address !== null) {
      link.setAttribute('href', address);
      continue;
    }
    // Places within the other document are no loss: only what led out of it is told.
    if (href !== null && href !== '' && !href.startsWith('#') && !href.startsWith('about:')) leftOut.links += 1;
    link.replaceWith(...link.childNodes);
  }
}

/** Programs that lead through a page of their own, and the name under which they carry the address. */
const DETOURS: { host: RegExp; path: RegExp; carries: string }[] = [
  { host: /^(www\.)?google\.[a-z.]+$/, path: /^\/url$/, carries: 'q' },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^\//, carries: 'url' },
];

/** The address a link means; `null` for one that readers could not follow. */
export function trueAddress(href: string): string | null {
  if (/^(mailto:|tel:)/i.test(href)) return href;
  if (!/^https?:\/\//i.test(href) || !URL.canParse(href)) return null;
  const url = new URL(href);
  const detour = DETOURS.find(({ host, path }) => host.test(url.hostname) && path.test(url.pathname));
  const meant = detour === undefined ? null : (url.searchParams.get(detour.carries) ?? url.searchParams.get('url'));
  return meant === null ? href : trueAddress(meant);
}
