// Several clinicians over one text: what each of them did, and in which order they are printed.
import assert from 'node:assert/strict';
import { faults } from './support/axe.js';
import { button, signIn } from './support/desk.js';
import { draft, people, publish, settle } from './support/scene.js';
import { onSite } from './support/site.js';
import { longer } from './support/texts.js';

let desk = null;
const site = onSite(async (s) => {
  desk = await settle(s);
});

const PRINTED = 'Jo Example, MA, LPC; Kim Example, LMFT and Ada Example, PhD. Translated by Ira Example';

/** Which way a name moves stands on its button; whose name it is, is said to those who hear it. */
const place = (page, way, name) => page.getByRole('button', { name: new RegExp(`^${way} ?: ${name}$`) });

async function addName(page, typed, role) {
  await button(page, 'Add a name to this text').click();
  const dialog = page.getByRole('dialog', { name: 'Add a name to this text' });
  await dialog.getByLabel('Name and letters').fill(typed);
  await dialog.getByLabel('What this clinician did').selectOption(role);
  await button(dialog, 'Add').click();
  await dialog.waitFor({ state: 'hidden' });
}

site.tell('names are printed for what each of them did, in the order chosen, and everybody signs', async (step) => {
  const id = await draft(desk.author, longer);
  const page = await (await site.open()).newPage();
  await signIn(page, people.author);
  await page.goto(`/admin/articles/${id}`);
  const sees = (line) => page.getByText(line, { exact: true }).waitFor();

  await step('three more names, one of them a translator', async () => {
    await addName(page, 'Ira Example', 'Translator');
    await addName(page, 'Ada Example, PhD', 'With');
    await sees('Jo Example, MA, LPC, with Ada Example, PhD. Translated by Ira Example');
    await addName(page, 'Kim Example, LMFT', 'Author');
    await sees('Jo Example, MA, LPC and Kim Example, LMFT, with Ada Example, PhD. Translated by Ira Example');
    assert.deepEqual(await faults(page), []);
  });

  await step('another role and another place, by the keyboard', async () => {
    await page.getByLabel('What Ada Example did').selectOption('Author');
    await sees('Jo Example, MA, LPC; Kim Example, LMFT and Ada Example, PhD. Translated by Ira Example');
    await place(page, 'Up', 'Ada Example').focus();
    await page.keyboard.press('Enter');
    await sees('Jo Example, MA, LPC; Ada Example, PhD and Kim Example, LMFT. Translated by Ira Example');
    await page.getByRole('status').filter({ hasText: 'Ada Example moved up.' }).waitFor();
    await place(page, 'Down', 'Ada Example').click();
    await sees(PRINTED);
    assert.equal(await place(page, 'Up', 'Ira Example').count(), 0, 'authors stand before the others');
  });

  await step('nobody is left without an author', async () => {
    const over = (await desk.author.get(`/drafts/${id}`)).sections[0].contributors;
    const path = `/drafts/${id}/sections/${(await desk.author.get(`/drafts/${id}`)).sections[0].id}/contributors`;
    const alone = { contributors: [{ person: over.at(-1).id, role: 'translator' }] };
    await assert.rejects(desk.author.call('PUT', path, alone), /no_author/);
  });

  await step('readers, feeds and programs are told of it', async () => {
    const address = await publish(desk, id);
    const reader = await (await site.open()).newPage();
    await reader.goto(address);
    await reader.getByText(`By ${PRINTED}`).waitFor();
    await reader.getByText('Translated this text and signed it on').waitFor();
    assert.deepEqual(await faults(reader), []);
    const graph = JSON.parse(await reader.locator('script[type="application/ld+json"]').textContent())['@graph'];
    const article = graph.find((node) => node['@type'] === 'Article');
    const slugs = (list) => list.map((one) => one['@id'].split('/').at(-1));
    assert.deepEqual(slugs(article.author), ['jo-example#person', 'kim-example#person', 'ada-example#person']);
    assert.deepEqual(slugs(article.translator), ['ira-example#person']);
    const feed = await (await fetch(`${site.url}/feed.atom`)).text();
    assert.match(feed, /<contributor><name>Ira Example<\/name>/);
  });
});
