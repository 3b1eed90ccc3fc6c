// Nothing that a machine can see stands in the way of those who write, edit and sign.
import assert from 'node:assert/strict';
import { faults } from './support/axe.js';
import { furnishDesk, openScreen } from './support/screens.js';
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
  const title = await page.title();
  for (const { title: own, question } of texts) {
    assert.ok(!title.includes(own) && !title.includes(question), `the window’s title tells of a draft: ${title}`);
  }
});
