// Comments beside a text: written on chosen words, found again, answered, settled.
import assert from 'node:assert/strict';
import { faults } from './support/axe.js';
import { PHONE } from './support/browser.js';
import { button, saved, signIn } from './support/desk.js';
import { draft, people, settle, submitted } from './support/scene.js';
import { onSite } from './support/site.js';

const WORDS = 'a walk of ten minutes';
const TEXT = `<p>Take ${WORDS}.</p><p>Then take ${WORDS} more.</p>`;

let desk;
const site = onSite(async (here) => {
  desk = await settle(here);
});

const beside = (page) => page.getByRole('region', { name: 'Comments' });
const text = (page) => page.getByRole('textbox', { name: 'Text of the article' });
const chosen = (page) => page.evaluate(() => globalThis.getSelection().toString());

/** Where the chosen words begin among all words of the text. */
const placeOf = (page) =>
  page.evaluate(() => {
    const range = globalThis.getSelection().getRangeAt(0);
    const lead = document.createRange();
    const part = range.startContainer.parentElement.closest('[contenteditable], [data-section]');
    lead.setStart(part, 0);
    lead.setEnd(range.startContainer, range.startOffset);
    return lead.toString().length;
  });

site.tell('a comment is written on chosen words, found, answered and settled', async (step) => {
  const id = await draft(desk.author, { title: 'Walking', topics: ['Stress'], answers: [TEXT] });
  const author = await (await site.open()).newPage();
  const editor = await (await site.open()).newPage();

  await step('the author comments by keyboard alone', async () => {
    await signIn(author, people.author);
    await author.goto(`/admin/articles/${id}`);
    await text(author).click();
    await author.keyboard.press('Control+End');
    for (let i = 0; i < ' more.'.length; i += 1) await author.keyboard.press('ArrowLeft');
    for (let i = 0; i < WORDS.length; i += 1) await author.keyboard.press('Shift+ArrowLeft');
    assert.equal(await chosen(author), WORDS);
    await author.keyboard.press('Control+Alt+m');
    const dialog = author.getByRole('dialog', { name: 'Comment' });
    await dialog.getByText(`“${WORDS}”`).waitFor();
    await author.keyboard.type('Is that too much?');
    await button(dialog, 'Comment').press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await beside(author).getByText('Is that too much?').waitFor();
    const [comment] = (await desk.author.get(`/drafts/${id}/comments`)).items;
    assert.deepEqual([comment.quote, comment.before], [WORDS, 'Then take ']);
  });

  await step('the editor finds the words in the review and replies', async () => {
    await submitted(desk.author, id);
    await signIn(editor, people.editor);
    await editor.goto(`/admin/articles/${id}/review`);
    await beside(editor).getByRole('button', { name: WORDS }).click();
    assert.equal(await chosen(editor), WORDS);
    assert.ok((await placeOf(editor)) > `Take ${WORDS}.`.length, 'of two places the one is chosen that is meant');
    await beside(editor).getByRole('button', { name: /^Reply/ }).click();
    await beside(editor).getByLabel('Your reply').fill('It is fine.');
    await button(beside(editor), 'Reply').click();
    await beside(editor).getByText('It is fine.').waitFor();
  });

  await step('the editor comments on words of the page', async () => {
    await editor.locator('[data-section] p').first().click({ clickCount: 3 });
    await editor.keyboard.press('Control+Alt+m');
    const dialog = editor.getByRole('dialog', { name: 'Comment' });
    await dialog.getByLabel('Your comment').fill('Say where.');
    await button(dialog, 'Comment').click();
    await beside(editor).getByText('Say where.').waitFor();
    await editor.locator('[data-section] p').last().click({ clickCount: 3 });
    await button(beside(editor), 'Comment').click();
    await dialog.getByText('Then take').waitFor();
    await editor.keyboard.press('Escape');
  });

  await step('words that are gone are said to be gone', async () => {
    await desk.editor.post(`/articles/${id}/start-review`);
    await editor.goto(`/admin/articles/${id}/edit`);
    await beside(editor).getByRole('button', { name: WORDS, exact: false }).first().click();
    assert.equal(await chosen(editor), WORDS);
    await text(editor).click();
    await editor.keyboard.press('Control+a');
    await editor.keyboard.type('Nothing of it is left.');
    await saved(editor);
    await beside(editor).getByRole('button', { name: WORDS, exact: false }).first().click();
    await beside(editor).getByText('These words are not in the text any more.').first().waitFor();
  });

  await step('what is settled is folded, and opened again', async () => {
    await beside(editor).getByRole('button', { name: /^Resolve/ }).first().click();
    await beside(editor).getByText('1 resolved').click();
    await beside(editor).getByRole('button', { name: /^Reopen/ }).click();
    await beside(editor).getByText('1 resolved').waitFor({ state: 'hidden' });
  });

  await step('who wrote a comment takes it away', async () => {
    await beside(editor).getByRole('button', { name: /^Take away your comment/ }).click();
    await button(editor.getByRole('dialog'), 'Take away').click();
    await beside(editor).getByText('Say where.').waitFor({ state: 'hidden' });
  });

  await step('both screens are read by everybody, and nothing scrolls sideways on a phone', async () => {
    for (const path of [`/admin/articles/${id}/edit`, `/admin/articles/${id}/review`]) {
      await editor.goto(path);
      await beside(editor).getByText('Is that too much?').waitFor();
      assert.deepEqual(await faults(editor), []);
      await editor.setViewportSize(PHONE);
      const over = await editor.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(over, 0);
    }
  });
});
