// From a Word file to a draft: dropped, looked at, put right, begun.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults } from './support/axe.js';
import { button, heading, signIn } from './support/desk.js';
import { choose, drop, hostile, sample } from './support/documents.js';
import { people, settle } from './support/scene.js';
import { onSite } from './support/site.js';

const TITLE = 'When Worry Keeps You Awake';
const BYLINE = 'Jo Example, MA, LPC';

let desk;
const site = onSite(async (here) => {
  desk = await settle(here);
});

const foundIn = (page, name) => heading(page, `What we found in ${name}`);
const openNew = async (who) => {
  const page = await (await site.open()).newPage();
  await signIn(page, who);
  await page.goto('/admin/articles/new');
  await heading(page, 'New article').waitFor();
  return page;
};
const begun = async (page) => {
  await button(page, 'Start writing').click();
  await page.waitForURL(/\/admin\/articles\/[0-9a-f-]{36}$/);
  return page.url().split('/').at(-1);
};
const count = async (caller, path) => (await caller.get(path)).items.length;

site.tell('an author drops what three programs wrote, and it is hers', async (step) => {
  for (const name of ['python-article.docx', 'node-article.docx', 'office-article.docx']) {
    await step(name, async () => {
      const page = await openNew(people.author);
      const before = await count(desk.author, '/articles/mine');
      await drop(page, sample(name));
      await foundIn(page, name).waitFor();
      assert.equal(await page.getByRole('textbox', { name: 'Title' }).inputValue(), TITLE);
      await page.getByText('That is you').first().waitFor();
      assert.ok(await page.getByRole('radio', { name: 'Yes, that is me' }).isChecked(), 'her own name is hers');
      await page.getByRole('checkbox', { name: 'Sleep' }).waitFor();
      await page.getByText('2 references').first().waitFor();
      assert.equal(await count(desk.author, '/articles/mine'), before, 'a look keeps nothing');
      const id = await begun(page);
      const draft = await desk.author.get(`/drafts/${id}`);
      assert.equal(draft.head.title, TITLE);
      assert.ok(draft.head.topics.some((topic) => topic.label === 'Sleep'));
      const [section] = draft.sections;
      assert.equal(section.contributors[0].byline.text, BYLINE);
      assert.ok(section.body_html.startsWith('<p>Most people know the hour.'), section.body_html.slice(0, 80));
      assert.equal(section.references.length, 2);
      assert.equal(section.images.length, 1);
      const comments = await desk.author.get(`/drafts/${id}/comments`);
      assert.equal(comments.items[0].author_name, 'Robin Example');
    });
  }
});

site.tell('an editor is asked who wrote it, and begins it for her', async (step) => {
  const page = await openNew(people.editor);
  await step('the byline is offered and not applied', async () => {
    await page.goto('/admin/');
    await drop(page, sample('office-article.docx'));
    await foundIn(page, 'office-article.docx').waitFor();
    await page.getByText(`Is this ${BYLINE}?`).waitFor();
    assert.equal(await page.getByRole('radio', { name: 'Yes', exact: true }).isChecked(), false, 'nobody is named unasked');
    await button(page, 'Start writing').click();
    await page.getByText('Please say who wrote it, or choose “Nobody yet”.').waitFor();
  });
  await step('a name that is confirmed stands over the text', async () => {
    await page.getByRole('radio', { name: 'Yes', exact: true }).check();
    const id = await begun(page);
    const draft = await desk.editor.get(`/drafts/${id}`);
    assert.equal(draft.sections[0].contributors[0].byline.text, BYLINE);
    assert.ok(!draft.sections[0].body_html.includes('By Jo Example'), 'the line is taken out');
  });
  await step('somebody new, and nobody', async () => {
    for (const [chosen, over] of [['Someone else', ['Sam Sample, PhD']], ['Nobody yet', []]]) {
      await page.goto('/admin/articles/new');
      await choose(page, sample('node-article.docx'));
      await page.getByRole('radio', { name: chosen }).check();
      if (over.length > 0) await page.getByLabel('Or a new name, with letters').fill(over[0]);
      const draft = await desk.editor.get(`/drafts/${await begun(page)}`);
      assert.deepEqual(draft.sections[0].contributors.map((one) => one.byline.text), over);
      assert.ok(draft.sections[0].body_html.includes('By Jo Example') === (over.length === 0));
    }
  });
});

site.tell('changes that nobody settled are taken in or left out', async (step) => {
  for (const [choice, there, gone] of [
    ['Take them in', 'an understandable thing', 'worst thing'],
    ['Leave them out', 'worst thing', 'an understandable thing'],
  ]) {
    await step(choice, async () => {
      const page = await openNew(people.author);
      await choose(page, sample('office-article.docx'));
      await page.getByText('2 changes by Robin Example are not settled').waitFor();
      await page.getByRole('radio', { name: choice }).check();
      await page.getByText(choice === 'Take them in' ? 'were taken in.' : 'were left out.').waitFor();
      const draft = await desk.author.get(`/drafts/${await begun(page)}`);
      const html = draft.sections[0].body_html;
      assert.ok(html.includes(there) && !html.includes(gone), html);
    });
  }
});

site.tell('back keeps nothing, and what was found can be put right', async () => {
  const page = await openNew(people.author);
  const before = await count(desk.author, '/articles/mine');
  await choose(page, sample('node-article.docx'));
  await foundIn(page, 'node-article.docx').waitFor();
  await page.getByRole('button', { name: 'Back' }).click();
  await heading(page, 'New article').waitFor();
  assert.equal(await count(desk.author, '/articles/mine'), before);
  await choose(page, sample('node-article.docx'));
  await page.getByRole('textbox', { name: 'Title' }).fill('Awake again');
  await page.getByRole('checkbox', { name: 'Sleep' }).uncheck();
  await page.getByRole('radio', { name: 'Leave these words in the text' }).check();
  const draft = await desk.author.get(`/drafts/${await begun(page)}`);
  assert.equal(draft.head.title, 'Awake again');
  assert.ok(!draft.head.topics.some((topic) => topic.label === 'Sleep'));
  assert.ok(draft.sections[0].body_html.startsWith('<p>By Jo Example'));
});

site.tell('every screen of it is read by everybody', async (step) => {
  await step('what we found, by an editor', async () => {
    const page = await openNew(people.editor);
    await choose(page, sample('office-article.docx'));
    await foundIn(page, 'office-article.docx').waitFor();
    await page.getByRole('radio', { name: 'Someone else' }).check();
    assert.deepEqual(await faults(page), []);
  });
  await step('a refusal, by an author', async () => {
    const page = await openNew(people.author);
    await choose(page, sample('hostile/old.docx'));
    await page.getByText('older .doc file').waitFor();
    assert.deepEqual(await faults(page), []);
  });
});

test('files that cannot be read', async (t) => {
  const all = await hostile();
  assert.ok(all.length >= 15);
  const page = await openNew(people.author);
  const before = await count(desk.author, '/articles/mine');
  for (const { kind, code, file } of all) {
    await t.test(`${kind} is refused in place: ${code}`, async () => {
      await page.goto('/admin/articles/new');
      const answer = page.waitForResponse((response) => response.url().endsWith('/documents/look'));
      await choose(page, file);
      const told = await (await answer).json();
      assert.equal(told.code, code);
      assert.match(told.detail, /othing was changed/);
      await page.getByRole('alert').getByText(told.detail).waitFor();
      await button(page, 'Choose a Word file').waitFor();
    });
  }
  await t.test('one of 21 MB is not even sent', async () => {
    await page.goto('/admin/articles/new');
    await page.locator('input[type=file]').setInputFiles({ name: 'large.docx', mimeType: 'application/octet-stream', buffer: Buffer.alloc(21 * 1024 * 1024) });
    await page.getByText('This file is too large: 21 MB, and at most 20 MB can be read.').waitFor();
  });
  assert.equal(await count(desk.author, '/articles/mine'), before);
  await page.context().close();
});
