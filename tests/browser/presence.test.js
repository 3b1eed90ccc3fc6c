// Two people at one text: each is told in plain words, and neither writes over the other.
import assert from 'node:assert/strict';
import { faults } from './support/axe.js';
import { DESKTOP } from './support/browser.js';
import { button, saved, signIn } from './support/desk.js';
import { draft, people, settle, submitted } from './support/scene.js';
import { onSite } from './support/site.js';
import { textOf } from './support/typed.js';
import { until } from './support/until.js';

let desk = null;
const site = onSite(async (s) => {
  desk = await settle(s);
});

async function atTheText(id, who) {
  const page = await (await site.open()).newPage();
  await signIn(page, who);
  await page.goto(`/admin/articles/${id}/edit`);
  await textOf(page).waitFor();
  return page;
}

const stored = async (id) => (await desk.editor.get(`/drafts/${id}`)).sections[0].body_html;
const canType = (page) => textOf(page).getAttribute('contenteditable').then((value) => value === 'true');

site.tell('who comes second reads along, asks, and is handed the text', async (step) => {
  const id = await draft(desk.author, { title: 'Two at one text', topics: ['Sleep'], answers: ['<p>What stood here.</p>'] });
  await submitted(desk.author, id);
  await desk.editor.post(`/articles/${id}/start-review`);
  const first = await atTheText(id, people.editor);
  await textOf(first).click();
  await first.keyboard.press('Control+End');
  await first.keyboard.type(' Words of the first.');
  await saved(first);
  const second = await atTheText(id, people.owner);

  await step('the second one is told, and cannot type over it', async () => {
    await second.getByText(`${people.editor.name} is editing this text.`).waitFor();
    await second.getByText('You can read along; take over when you are ready.').waitFor();
    await until('the text is read only', async () => !(await canType(second)));
    await first.keyboard.type(' And more of them.');
    await saved(first);
    await textOf(second).getByText('And more of them.').waitFor();
    assert.deepEqual(await faults(second), []);
    await second.setViewportSize(DESKTOP);
  });

  await step('the first one is asked, and says not yet', async () => {
    await button(second, 'Ask to edit').click();
    await second.getByText(`${people.editor.name} was asked.`).waitFor();
    await first.getByText(`${people.owner.name} asks to edit this text.`).waitFor();
    assert.deepEqual(await faults(first), []);
    await first.setViewportSize(DESKTOP);
    await button(first, 'Not yet').click();
    await second.getByText(`${people.editor.name} says: not yet.`).waitFor();
  });

  await step('the first one hands over with the last words saved', async () => {
    await button(second, 'Ask again').click();
    await button(first, 'Hand over').waitFor();
    await textOf(first).click();
    await first.keyboard.press('Control+End');
    await first.keyboard.type(' The last of the first.');
    await button(first, 'Hand over').click();
    await until('the second one can type', () => canType(second));
    await textOf(second).getByText('The last of the first.').waitFor();
    await first.getByText(`${people.owner.name} is editing this text.`).waitFor();
    await textOf(second).click();
    await second.keyboard.press('Control+End');
    await second.keyboard.type(' Words of the second.');
    await saved(second);
    const text = await stored(id);
    for (const words of ['Words of the first.', 'And more of them.', 'The last of the first.', 'Words of the second.']) {
      assert.ok(text.includes(words), `“${words}” is in ${text}`);
    }
  });

  await step('who cannot wait edits anyway, and the other one is told', async () => {
    await button(first, 'Edit anyway').click();
    await until('the first one can type', () => canType(first));
    await second.getByText(`${people.editor.name} has taken over this text.`).waitFor();
    await until('the second one reads along', async () => !(await canType(second)));
    await textOf(first).click();
    await first.keyboard.press('Control+End');
    await first.keyboard.type(' Taken back.');
    await saved(first);
    await textOf(second).getByText('Taken back.').waitFor();
    assert.ok((await stored(id)).includes('Words of the second. Taken back.'));
  });
});
