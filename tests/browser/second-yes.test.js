// What two people do to an article that readers have: one asks, another one agrees, and readers see it.
import assert from 'node:assert/strict';
import { faults } from './support/axe.js';
import { DESKTOP } from './support/browser.js';
import { button, heading, saved, signIn } from './support/desk.js';
import { draft, people, publish, settle } from './support/scene.js';
import { onSite } from './support/site.js';
import { brief, flagged, longer } from './support/texts.js';

let desk = null;
const site = onSite(async (s) => {
  desk = await settle(s);
});

/** A live article, with the desks of the one who asks and of the one who agrees. `before` is done to its draft. */
async function aLiveArticle(text, before = async () => undefined) {
  const id = await draft(desk.author, text);
  await before(id);
  const path = await publish(desk, id);
  const [first, second] = [await (await site.open()).newPage(), await (await site.open()).newPage()];
  await signIn(first, people.editor);
  await signIn(second, people.owner);
  const reader = await (await site.open({ javaScriptEnabled: false })).newPage();
  const review = async (page) => {
    await page.goto(`/admin/articles/${id}/review`);
    await heading(page, text.title).waitFor();
  };
  const more = async (page, name) => {
    await button(page, 'More').click();
    await page.getByRole('dialog', { name: 'More' }).getByText(name, { exact: true }).click();
  };
  /** The second one finds it at home, among what waits for a yes. */
  const find = async () => {
    await second.goto('/admin/');
    await second.getByRole('link', { name: text.title, exact: true }).click();
    await heading(second, text.title).waitFor();
  };
  return { id, path, first, second, reader, review, more, find };
}

/** Of two texts of the draft this one was not chosen, and stays in History. */
async function keepOtherWords(id) {
  const [section] = (await desk.author.get(`/drafts/${id}`)).sections;
  await desk.author.post(`/drafts/${id}/kept`, { section_id: section.id, body_html: '<p>You could wait for another day.</p>' });
}

/** The dialog that stands open and its words, once a machine has found nothing in the way. */
async function asked(page, name) {
  const dialog = page.getByRole('dialog', { name });
  await dialog.waitFor();
  assert.deepEqual(await faults(page), []);
  await page.setViewportSize(DESKTOP);
  return dialog;
}

site.tell('an amendment is signed by two, and readers are told that the author has not seen it', async (step) => {
  const { id, path, first, second, reader, review, more, find } = await aLiveArticle(longer);
  const added = 'Ask your doctor before you stop a medicine.';

  await step('one begins a new version, changes a word and signs the change', async () => {
    await review(first);
    await more(first, 'Begin a new version');
    await button(first, 'Send proof').waitFor();
    await first.getByRole('link', { name: 'Edit the text' }).click();
    const text = first.getByRole('textbox', { name: 'Text of the article' });
    await text.click();
    await first.keyboard.press('Control+End');
    await first.keyboard.type(` ${added}`);
    await saved(first);
    await first.getByRole('link', { name: 'Review', exact: true }).click();
    await more(first, 'Amend without the author…');
    const dialog = await asked(first, `Amend “${longer.title}” without its author?`);
    await dialog.getByLabel('It could do harm').check();
    await button(dialog, 'Sign the change').click();
    await dialog.waitFor({ state: 'hidden' });
    await first.getByText('You signed an amendment.').waitFor();
  });

  await step('readers have the text from before, and who proposed it cannot sign twice', async () => {
    await reader.goto(path);
    assert.equal(await reader.getByText(added).count(), 0);
    assert.equal(await button(first, 'Sign the amendment').count(), 0);
  });

  await step('another one reads what changed, and signs the same text', async () => {
    await find();
    await second.getByText(`${people.editor.name} asks you to sign an amendment.`).waitFor();
    await second.getByText('Kind of change: “It could do harm”.').waitFor();
    await button(second, 'Sign the amendment').click();
    const dialog = await asked(second, 'Sign this amendment?');
    await button(dialog, 'Sign and publish').click();
    await dialog.waitFor({ state: 'hidden' });
    assert.equal((await desk.editor.get(`/drafts/${id}`)).joint_act, null, 'nothing waits any more');
  });

  await step('readers have the new words, and the page says so', async () => {
    await reader.goto(path);
    await reader.locator('article').getByText(added).waitFor();
    await reader.getByText(/Amended by the editors on .+; the author has not reviewed this change\./).first().waitFor();
  });
});

site.tell('an erasure is agreed to by a second person, and its address leads nowhere', async (step) => {
  const { id, path, first, second, reader, review, more, find } = await aLiveArticle(flagged, keepOtherWords);
  const why = 'Somebody can be recognised in it.';

  await step('one asks, and nothing is erased', async () => {
    await review(first);
    await more(first, 'Erase…');
    const dialog = first.getByRole('dialog', { name: `Erase every word of “${flagged.title}”?` });
    await dialog.getByLabel('Why?').fill(why);
    await dialog.getByRole('checkbox').check();
    await button(dialog, 'Ask for the second person').click();
    await first.getByText('You asked to erase every word of it.').waitFor();
    assert.equal(await button(first, 'Agree…').count(), 0);
    assert.equal((await reader.goto(path)).status(), 200);
  });

  await step('another one reads why, and agrees', async () => {
    await find();
    await second.getByText(`“${why}”`).waitFor();
    await button(second, 'Agree…').click();
    const dialog = await asked(second, `Erase “${flagged.title}” for good?`);
    await button(dialog, 'Erase for good').click();
    await dialog.getByText('Please tick that you understand it.').waitFor();
    await dialog.getByRole('checkbox').check();
    await button(dialog, 'Erase for good').click();
    await dialog.waitFor({ state: 'hidden' });
  });

  await step('its address is as if nothing had been there, and not a word is left', async () => {
    const answer = await reader.goto(path);
    assert.equal(answer.status(), 404);
    const page = await reader.content();
    for (const words of [flagged.title, flagged.summary, 'You do not have to decide today.', why]) {
      assert.ok(!page.includes(words), `“${words}” is gone`);
    }
  });

  await step('the desk says so, and what was done stays in History', async () => {
    await second.getByText(/^Erased on /).waitFor();
    assert.deepEqual(await faults(second), []);
    await second.goto(`/admin/articles/${id}/history`);
    await second.getByText('A second person is asked to erase it').waitFor();
    await second.getByText('The words were erased.').first().waitFor();
  });
});

site.tell('what one person took off in an emergency is reviewed by another', async (step) => {
  const { id, path, first, second, reader, review, more, find } = await aLiveArticle(brief);
  const printed = 'One piece of advice in it was not safe.';

  await step('one takes it off alone, with a reason, and it is gone at once', async () => {
    await review(first);
    await more(first, 'Take off the site…');
    const dialog = first.getByRole('dialog', { name: `Take “${brief.title}” off the site?` });
    await dialog.getByRole('checkbox').check();
    await button(dialog, 'Take it off now').click();
    await dialog.getByText('Please write the reason that readers will see.').waitFor();
    await dialog.getByLabel('Reason, printed for readers').fill(printed);
    await button(dialog, 'Take it off now').click();
    await first.getByText('You took it off the site alone, because it could not wait.').waitFor();
    assert.equal(await button(first, 'Review it…').count(), 0, 'nobody reviews what they did alone');
    const answer = await reader.goto(path);
    assert.equal(answer.status(), 410);
    await reader.getByText(printed).waitFor();
  });

  await step('another one reads the reason, and says that it was right', async () => {
    await find();
    await second.getByText(`${people.editor.name} took it off the site alone, because it could not wait.`).waitFor();
    await button(second, 'Review it…').click();
    const dialog = await asked(second, `Was it right to take “${brief.title}” off the site?`);
    await dialog.getByText(`“${printed}”`).waitFor();
    await button(dialog, 'Yes, it was right').click();
    await dialog.waitFor({ state: 'hidden' });
    await second.getByText(/^Taken off the site on /).waitFor();
    assert.equal((await desk.editor.get(`/drafts/${id}`)).joint_act, null, 'nothing waits any more');
  });

  await step('it stays away, with the reason', async () => {
    assert.equal((await reader.goto(path)).status(), 410);
    await reader.getByText(printed).waitFor();
  });
});
