// What readers are promised, on every kind of page, by what a browser does and not by what a header says.
import assert from 'node:assert/strict';
import { SMALL_PHONE } from './support/browser.js';
import { furnish } from './support/readers.js';
import { onSite } from './support/site.js';

/** A third of the smallest screen. */
const HELP_BOX_MAX = 189;

let pages = [];
const site = onSite(async (s) => {
  pages = await furnish(s);
});

/** Goes there and brings back everything that the browser was asked for or complained of. */
async function visit(context, { path, status = 200 }) {
  const page = await context.newPage();
  const asked = [];
  const complaints = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A browser says of each page that is not there that it is not there.
    const isOwnStatus = status !== 200 && message.location().url === `${site.url}${path}`;
    if (['error', 'warning'].includes(message.type()) && !isOwnStatus) complaints.push(message.text());
  });
  const answer = await page.goto(path, { waitUntil: 'load' });
  assert.equal(answer.status(), status, path);
  return { page, asked, complaints };
}

const words = (page) => page.locator('main').innerText();

site.tellEach('readers are not watched', () => pages, async (place) => {
  const context = await site.open();
  // Seen by the browser itself, before any script of the page runs.
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  const { page, asked, complaints } = await visit(context, place);
  await page.mouse.wheel(0, 5_000);
  const elsewhere = asked.filter((url) => new URL(url).origin !== site.url && !url.startsWith('data:'));
  assert.deepEqual(elsewhere, [], 'nothing is asked of anybody else');
  assert.deepEqual(complaints, [], 'the console is quiet');
  assert.deepEqual(await context.cookies(), [], 'no cookie is set');
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  assert.deepEqual(kept, { local: 0, session: 0, databases: 0, caches: 0, workers: 0 }, 'nothing is kept on the device');
  assert.equal(await page.locator('[style], style, script:not([src]):not([type="application/ld+json"])').count(), 0, 'nothing is inline');
});

site.tellEach('everything is there without JavaScript', () => pages, async (place) => {
  const withScript = await visit(await site.open(), place);
  const without = await visit(await site.open({ javaScriptEnabled: false }), place);
  assert.equal(await words(without.page), await words(withScript.page));
  assert.equal(await without.page.getByRole('heading', { level: 1 }).count(), 1, 'one first heading');
});

site.tellEach('the smallest telephone is enough', () => pages, async (place) => {
  const { page } = await visit(await site.open({ viewport: SMALL_PHONE }), place);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(wide, 0, 'it does not scroll sideways');
  const now = page.getByRole('banner').getByRole('link', { name: 'Get help now' });
  assert.ok(await now.isVisible(), '“Get help now” can be seen');
  assert.equal(await now.getAttribute('href'), '/help');
  if (place.help) {
    const box = page.locator('.help');
    assert.equal(await box.count(), 1, 'help comes first where it matters');
    const { y, height } = await box.boundingBox();
    assert.ok(height <= HELP_BOX_MAX, `the help box takes ${height} px`);
    assert.ok(y + height <= SMALL_PHONE.height, 'the help box is on the first screen');
    for (const key of await box.locator('.lines a').all()) {
      assert.ok((await key.boundingBox()).height >= 44, 'a thumb finds each key');
    }
  }
});

site.tellEach('no title tells what was searched for', () => pages.filter(({ query }) => query), async (place) => {
  const { page } = await visit(await site.open(), place);
  assert.equal(await page.title(), 'Search – Countersign');
  assert.ok((await page.getByLabel('Search in your own words').inputValue()).includes(place.query), 'the field keeps the words');
});

site.tellEach('paper takes the whole page and tells where it came from', () => pages.filter(({ kind }) => /^(article|expert)/.test(kind)), async (place) => {
  const { page } = await visit(await site.open({ viewport: { width: 720, height: 1000 } }), place);
  await page.emulateMedia({ media: 'print' });
  const width = (part) => page.locator(part).first().evaluate((it) => it.getBoundingClientRect().width);
  const sheet = await width('body');
  for (const part of ['article', 'article .text', 'article .text p']) {
    assert.ok((await width(part)) > sheet * 0.95, `${part} is ${await width(part)} of ${sheet}`);
  }
  const address = page.getByText(`${site.url}${place.path}`, { exact: true });
  assert.ok(await address.isVisible(), 'the address is printed');
  await page.emulateMedia({ media: 'screen' });
  assert.ok(!(await address.isVisible()), 'and stands on paper alone');
});

site.tellEach('the way out covers no country', () => pages.filter(({ kind }) => kind === 'help'), async (place) => {
  const { page } = await visit(await site.open({ viewport: { width: 1280, height: 800 } }), place);
  const out = await page.getByRole('link', { name: /^Exit this page/ }).boundingBox();
  const countries = await page.getByRole('navigation', { name: 'Choose your country' }).boundingBox();
  assert.ok(countries.x + countries.width < out.x, 'they stand side by side');
});
