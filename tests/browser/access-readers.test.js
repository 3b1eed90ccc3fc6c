// Nothing that a machine can see stands in anybody's way, on any page or screen, light or dark, wide or narrow.
import assert from 'node:assert/strict';
import { faults } from './support/axe.js';
import { furnish } from './support/readers.js';
import { onSite } from './support/site.js';

let pages = [];
const readers = onSite(async (site) => {
  pages = await furnish(site);
});

readers.tellEach('pages for readers', () => pages, async ({ path }) => {
  const page = await (await readers.open()).newPage();
  await page.goto(path);
  assert.deepEqual(await faults(page), []);
});
