import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DESKTOP, PHONE } from './browser.js';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const WAYS = [DESKTOP, PHONE].flatMap((viewport) => ['light', 'dark'].map((colorScheme) => ({ viewport, colorScheme })));

/** What axe finds on a page, light and dark, wide and narrow; one line for each thing found. */
export async function faults(page) {
  const all = [];
  await page.evaluate(source);
  for (const { viewport, colorScheme } of WAYS) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // The desk hears of it a moment later than the style sheets do.
    await page.waitForFunction((scheme) => [undefined, scheme].includes(document.documentElement.dataset.mantineColorScheme), colorScheme);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
    for (const { id, help, nodes } of violations) {
      for (const node of nodes) all.push(`${viewport.width} ${colorScheme}: ${id}: ${help}: ${node.html.slice(0, 200)}: ${node.failureSummary.split('\n')[1] ?? ''}`);
    }
  }
  return all;
}
