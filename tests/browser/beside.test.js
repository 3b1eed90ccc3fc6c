// What stands beside the words: references that are cited, and pictures that are described.
import assert from 'node:assert/strict';
import { faults } from './support/axe.js';
import { DESKTOP, PHONE } from './support/browser.js';
import { button, heading, saved } from './support/desk.js';
import { asFile, bring, photograph } from './support/pictures.js';
import { draft, people, settle, signBy, submitted } from './support/scene.js';
import { onSite } from './support/site.js';
import { openText, textOf } from './support/typed.js';
import { until } from './support/until.js';

let desk = null;
const site = onSite(async (s) => {
  desk = await settle(s);
});

const article = (title, body = '<p>Walking before bed helps many people.</p>') =>
  draft(desk.author, { title, summary: 'A summary.', topics: ['Sleep'], answers: [body] });
const section = async (id) => (await desk.author.get(`/drafts/${id}`)).sections[0];
const describe = (page) => page.getByRole('dialog', { name: 'About this picture' });

const LIST = `References
1. Sample, S., & Fern, Q. (2021). Walking and sleep. Journal of Examples, 12(3), 45–67. https://doi.org/10.1000/abc.12
2. Example, J. (2019). Grief in families (2nd ed.). Fern Press. PMID: 12345678`;

async function fillIn(dialog, { alt, caption = '', credit = '' }) {
  await dialog.getByLabel('It shows something').check();
  await dialog.getByLabel('What does it show?').fill(alt);
  await dialog.getByLabel('No client is shown').check();
  await dialog.getByLabel('Caption').fill(caption);
  await dialog.getByLabel('Credit').fill(credit);
  await button(dialog, 'Done').click();
  await dialog.waitFor({ state: 'hidden' });
}

site.tell('a pasted list becomes references, which are put right, ordered, cited and taken out', async (step) => {
  const id = await article('On references');
  const { page, text, keyboard } = await openText(site, id, { viewport: DESKTOP });
  const part = page.getByRole('region', { name: 'References' });

  await step('pasted as they stand in an article', async () => {
    await part.getByLabel('Add references').fill(LIST);
    await button(part, 'Add').click();
    await part.getByRole('listitem').nth(1).waitFor();
    await saved(page);
    const { references } = await section(id);
    assert.deepEqual(references.map((one) => [one.id, one.year, one.doi, one.pmid]), [
      ['r1', '2021', '10.1000/abc.12', null],
      ['r2', '2019', null, '12345678'],
    ]);
  });

  await step('a wrong DOI is refused at its field, and nothing changes', async () => {
    await part.getByRole('button', { name: /^Edit.*Sample/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Reference' });
    await dialog.getByLabel('DOI').fill('doi 12');
    await button(dialog, 'Done').click();
    await dialog.getByText('This is not a DOI. A DOI looks like 10.1234/abcd.567.').waitFor();
    assert.deepEqual(await faults(page), []);
    await dialog.getByLabel('DOI').fill('https://doi.org/10.1000/xyz');
    await dialog.getByLabel('Title').fill('Walking and rest');
    await button(dialog, 'Done').click();
    await part.getByText('Walking and rest').waitFor();
    await saved(page);
    assert.equal((await section(id)).references[0].doi, '10.1000/xyz');
  });

  await step('sorted and moved', async () => {
    await button(part, 'Sort from A to Z').click();
    await saved(page);
    assert.deepEqual((await section(id)).references.map((one) => one.id), ['r2', 'r1']);
    await part.getByRole('button', { name: /^Down.*Example/ }).click();
    await saved(page);
    assert.deepEqual((await section(id)).references.map((one) => one.id), ['r1', 'r2']);
  });

  await step('cited without chosen words, and with', async () => {
    const dialog = page.getByRole('dialog', { name: 'Cite a reference' });
    const isBack = () => text.evaluate((element) => element === document.activeElement);
    await text.click();
    await keyboard.press('Control+End');
    await keyboard.press('Control+Alt+r');
    await dialog.getByRole('button', { name: /Walking and rest/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    await until('the cursor is in the text again', isBack);
    await keyboard.press('Control+Home');
    await keyboard.press('Control+Shift+ArrowRight');
    await button(page.getByRole('toolbar', { name: 'Text' }), 'Cite').click();
    await dialog.getByText('The chosen words will lead readers to the work.').waitFor();
    await dialog.getByRole('button', { name: /Grief in families/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    await until('the cursor is in the text again', isBack);
    await saved(page);
    const { body_html } = await section(id);
    assert.match(body_html, /<a rel="noopener noreferrer" href="#ref-r2">Walking ?<\/a>/);
    assert.match(body_html, /people\. <a rel="noopener noreferrer" href="#ref-r1">\(Sample &amp; Fern, 2021\)<\/a>/);
    await part.getByText('Cited once').first().waitFor();
  });

  await step('taken out with its citations; the words stay', async () => {
    await part.getByRole('button', { name: /^Take out.*Example/ }).click();
    await saved(page);
    const { body_html, references } = await section(id);
    assert.equal(references.length, 1);
    assert.doesNotMatch(body_html, /#ref-r2/);
    assert.match(body_html, /Walking before bed/);
    assert.deepEqual(await faults(page), []);
  });
});

site.tell('pictures are chosen, pasted and dropped, and each is described', async (step) => {
  const id = await article('On pictures');
  const { page, text, keyboard } = await openText(site, id, { viewport: DESKTOP });

  await step('chosen from the device', async () => {
    const chooser = page.waitForEvent('filechooser');
    await button(page.getByRole('toolbar', { name: 'Text' }), 'Picture').click();
    await (await chooser).setFiles(await asFile(page));
    await describe(page).waitFor();
    assert.deepEqual(await faults(page), []);
    await fillIn(describe(page), { alt: 'A path in a wood', caption: 'The way to the lake', credit: 'Photo: Jo Example' });
    await text.getByRole('img', { name: 'A path in a wood' }).waitFor();
    await saved(page);
    const { images } = await section(id);
    assert.equal(images.length, 1);
    assert.deepEqual([images[0].alt, images[0].caption, images[0].clients], ['A path in a wood', 'The way to the lake', 'none_shown']);
  });

  await step('one can write on behind it, paste the next and drop another', async () => {
    await text.locator('p').last().click();
    await keyboard.press('Control+End');
    await keyboard.type('And then.');
    await bring(text, 'paste', await photograph(page, { width: 700, height: 500 }));
    await describe(page).waitFor();
    await describe(page).getByLabel('It is only decoration').check();
    await describe(page).getByLabel('No client is shown').check();
    await button(describe(page), 'Done').click();
    await bring(text, 'drop', await photograph(page, { width: 640, height: 480 }));
    await describe(page).waitFor();
    await button(describe(page), 'Back').click();
    await text.getByText('Say what it shows, and whether a client is shown.').waitFor();
    await saved(page);
    const { images } = await section(id);
    assert.deepEqual(images.map((one) => one.alt), ['A path in a wood', '', null]);
  });

  await step('what is no picture is refused in words, and the text stays', async () => {
    const before = (await section(id)).body_html;
    await bring(text, 'paste', [1, 2, 3], 'note.pdf', 'application/pdf');
    await page.getByText('A file of this kind cannot be put into the text. Nothing was changed.').waitFor();
    await bring(text, 'paste', [1, 2, 3], 'broken.png', 'image/png');
    await page.getByText('broken.png: We could not read this picture. Use a JPEG, PNG or WebP file.').waitFor();
    assert.equal((await section(id)).body_html, before);
  });

  await step('submitting asks for what is missing and leads there', async () => {
    await button(page, 'Submit').click();
    await heading(page, 'Submit to the editors').waitFor();
    await page.getByRole('checkbox').check();
    await button(page, 'Submit').click();
    await page.getByText('Describe the picture for people who cannot see it, or say that it is only decoration.').waitFor();
  });

  await step('undoing brings a picture back with what was said of it', async () => {
    await page.goto(`/admin/articles/${id}`);
    await textOf(page).getByRole('img', { name: 'A path in a wood' }).waitFor();
    await textOf(page).getByRole('button', { name: 'Take it out' }).first().click();
    await until('it is gone', async () => (await textOf(page).getByRole('img', { name: 'A path in a wood' }).count()) === 0);
    await keyboard.press('Control+z');
    await textOf(page).getByRole('img', { name: 'A path in a wood' }).waitFor();
    await textOf(page).getByRole('button', { name: 'Take it out' }).last().click();
    await saved(page);
    assert.deepEqual((await section(id)).images.map((one) => one.caption), ['The way to the lake', '']);
  });
});

site.tell('both go through the proof to readers, on a phone too', async (step) => {
  const id = await article('On walking at night');
  const { page, text } = await openText(site, id, { viewport: PHONE });
  let links = null;

  await step('written on a phone', async () => {
    const part = page.getByRole('region', { name: 'References' });
    await part.getByLabel('Add references').fill(LIST);
    await button(part, 'Add').click();
    await saved(page);
    await text.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+Alt+r');
    await page.getByRole('dialog', { name: 'Cite a reference' }).getByRole('button', { name: /Walking and sleep/ }).click();
    await bring(text, 'paste', await photograph(page));
    await fillIn(describe(page), { alt: 'A path in a wood', caption: 'The way to the lake', credit: 'Photo: Jo Example' });
    await saved(page);
    assert.deepEqual(await faults(page), []);
  });

  await step('an editor changes a reference; the proof shows it, and the picture to who has only the link', async () => {
    await submitted(desk.author, id);
    await desk.editor.post(`/articles/${id}/start-review`);
    const { id: place, version, references, images, body_html } = await section(id);
    const works = references.map(({ text: _text, citation: _citation, ...work }) => ({ ...work, doi: work.doi ?? '', pmid: work.pmid ?? '', url: work.url ?? '' }));
    works[0].title = 'Walking and rest';
    await desk.editor.call('PUT', `/drafts/${id}/sections/${place}`, { save_id: crypto.randomUUID(), body_html, references: works }, version);
    assert.equal(images.length, 1);
    links = new Map((await desk.editor.post(`/articles/${id}/proof`)).links.map((link) => [link.person.byline.name, link.url]));
    const reader = await (await site.open({ viewport: PHONE })).newPage();
    await reader.goto(new URL(links.get(people.author.name)).pathname);
    await heading(reader, 'Your article, edited: 1 change since you last saw it').waitFor();
    const picture = reader.getByRole('img', { name: 'A path in a wood' });
    await picture.scrollIntoViewIfNeeded();
    await until('the picture is shown', () => picture.evaluate((image) => image.naturalWidth > 0));
    assert.equal(await reader.locator('ins').filter({ hasText: 'rest' }).count(), 1);
    assert.deepEqual(await faults(reader), []);
  });

  await step('readers get both', async () => {
    await signBy(desk.author, `/articles/${id}/attest`, `/articles/${id}/proof`);
    const { digest } = await desk.editor.get(`/articles/${id}/proof`);
    await desk.editor.post(`/articles/${id}/approve`, { digest, kinds: ['editorial'] });
    const { url } = await desk.editor.post(`/articles/${id}/publish`, { digest });
    const reader = await (await site.open({ viewport: PHONE })).newPage();
    await reader.goto(new URL(url).pathname);
    const picture = reader.getByRole('img', { name: 'A path in a wood' });
    await picture.scrollIntoViewIfNeeded();
    await until('the picture is shown', () => picture.evaluate((image) => image.naturalWidth > 0));
    assert.match(await picture.evaluate((image) => image.currentSrc), /\/media\/[0-9a-f]{64}\/(400|800|1200)\.webp$/);
    await reader.getByText('The way to the lake').waitFor();
    await reader.getByRole('link', { name: '(Sample & Fern, 2021)' }).click();
    await until('the reference is the target', async () => (await reader.locator('li:target').textContent()).includes('Walking and rest'));
    await reader.getByRole('link', { name: 'Back to where the text cites this' }).click();
    assert.match(reader.url(), /#cite-r1$/);
    assert.deepEqual(await faults(reader), []);
    const ld = JSON.parse(await reader.locator('script[type="application/ld+json"]').first().textContent());
    const graph = ld['@graph'].find((one) => one['@type'] === 'Article');
    assert.equal(graph.citation.length, 2);
    assert.equal(graph.citation[0].identifier.value, '10.1000/abc.12');
    const feed = await (await fetch(new URL('/feed.atom', url))).text();
    assert.match(feed, /Walking and rest/);
    assert.match(feed, /800\.jpg/);
  });
});
