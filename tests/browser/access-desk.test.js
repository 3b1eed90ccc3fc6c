// Nothing that a machine can see stands in the way of those who write, edit and sign.
import assert from 'node:assert/strict';
import { faults } from './support/axe.js';
import { DESKTOP, PHONE, SMALL_PHONE } from './support/browser.js';
import { furnishDesk, openScreen } from './support/screens.js';
import { startServer } from './support/server.js';
import { onSite } from './support/site.js';
import * as all from './support/texts.js';

const texts = Object.values(all);

let screens = [];
const desk = onSite(async (site) => {
  screens = await furnishDesk(site);
});

desk.tellEach('screens of the desk', () => screens, async (screen) => {
  const page = await openScreen(desk, screen);
  assert.deepEqual(await faults(page), []);
  for (const viewport of [PHONE, SMALL_PHONE]) {
    await page.setViewportSize(viewport);
    assert.deepEqual(await tooWide(page), [], `it scrolls sideways at ${viewport.width}`);
  }
  await page.setViewportSize(DESKTOP);
  const title = await page.title();
  for (const { title: own, question } of texts) {
    assert.ok(!title.includes(own) && !title.includes(question), `the window’s title tells of a draft: ${title}`);
  }
});

/** What reaches beyond the right edge, on the page and in the dialog that stands over it. */
const tooWide = (page) =>
  page.evaluate(() => {
    const roots = [document.documentElement, ...document.querySelectorAll('[role=dialog]')];
    const wide = roots.filter((root) => root.scrollWidth > root.clientWidth);
    return wide.flatMap((root) => {
      const edge = root.getBoundingClientRect().left + root.clientWidth;
      const beyond = [...root.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > edge + 1);
      return [`${root.nodeName} ${root.scrollWidth}`, ...beyond.slice(0, 4).map((one) => `${one.nodeName}.${one.className}`)];
    });
  });

desk.tell('the page of the first run', async () => {
  const first = await startServer();
  try {
    const page = await (await desk.open()).newPage();
    await page.goto(first.firstRun);
    await page.getByLabel('Your name').waitFor();
    assert.deepEqual(await faults(page), []);
    for (const viewport of [PHONE, SMALL_PHONE]) {
      await page.setViewportSize(viewport);
      assert.deepEqual(await tooWide(page), [], `it scrolls sideways at ${viewport.width}`);
    }
  } finally {
    await first.stop();
  }
});
