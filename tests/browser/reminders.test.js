// Who has signed and who has not, and how those who have not are asked once more.
import assert from 'node:assert/strict';
import { faults } from './support/axe.js';
import { button, heading, signIn } from './support/desk.js';
import { Caller, draft, people, signBy, submitted } from './support/scene.js';
import { onSite } from './support/site.js';
import { longer } from './support/texts.js';

// Letters can be written here, and no mail server takes them: they wait, as when it is away.
const settings = '[smtp]\nhost = "127.0.0.1"\nport = 9\ntls = "none"\nfrom = "desk@countersign.example"\n';

let desk = null;
const site = onSite(async (s) => {
  const owner = new Caller(s.url);
  await owner.post(`/links/${s.server.firstRun.split('/').at(-1)}`, {
    name: people.owner.name, email: people.owner.email, password: people.owner.password,
  });
  const join = async (somebody) => {
    const caller = new Caller(s.url);
    const link = await s.server.addAccount(somebody);
    await caller.post(`/links/${link.split('/').at(-1)}`, { password: somebody.password });
    return caller;
  };
  desk = { owner, editor: await join(people.editor), author: await join(people.author) };
}, { settings });

site.tell('an author sees who has signed, and an editor reminds who has not', async (step) => {
  const id = await draft(desk.author, longer);
  const [section] = (await desk.author.get(`/drafts/${id}`)).sections;
  const [author] = section.contributors;
  const path = `/drafts/${id}/sections/${section.id}/contributors`;
  await desk.author.call('PUT', path, { contributors: [{ person: author.id }], typed: 'Ira Example', typed_role: 'translator' });
  await submitted(desk.author, id);
  await desk.editor.post(`/articles/${id}/start-review`);
  const { links } = await desk.editor.post(`/articles/${id}/proof`);
  const ira = links.find((link) => link.person.byline.name === 'Ira Example');

  const editor = await (await site.open()).newPage();
  await signIn(editor, people.editor);
  await editor.goto(`/admin/articles/${id}/review`);
  await heading(editor, longer.title).waitFor();
  const panel = editor.getByRole('region', { name: 'Signatures' }).or(editor.locator('#signatures')).first();

  await step('the editor is told where the letter went and who holds the other link', async () => {
    await panel.getByText(`by mail to ${people.author.email}`).waitFor();
    await panel.getByText(`translator · asked`).waitFor();
    await panel.getByText(`link copied by ${people.editor.name}`).waitFor();
    assert.equal(await panel.getByRole('button', { name: /^Remind now/ }).count(), 1, 'only where a letter can go');
  });

  await step('the editor reminds, once a day', async () => {
    await panel.getByRole('button', { name: /^Remind now/ }).click();
    await editor.getByText(`${people.author.name} is reminded by mail.`).waitFor();
    await panel.getByText(/reminded on/).waitFor();
    await panel.getByRole('button', { name: /^Remind now/ }).waitFor({ state: 'detached' });
    await assert.rejects(desk.editor.post(`/articles/${id}/proof/reminders/${author.id}`), /409.*tomorrow/);
  });

  await step('the editor stops the others', async () => {
    const automatic = panel.getByRole('checkbox', { name: 'Remind those who have not signed' });
    assert.ok(await automatic.isChecked());
    const answer = editor.waitForResponse((response) => response.url().endsWith('/proof/reminders'));
    await automatic.click();
    assert.ok((await answer).ok());
    assert.equal((await desk.editor.get(`/articles/${id}/signatures`)).automatic_reminders, false);
    assert.deepEqual(await faults(editor), []);
  });

  await step('the author sees names and states, and no addresses', async () => {
    await signBy(new Caller(site.url), `/sign/${ira.url.split('/').at(-1)}`);
    const page = await (await site.open()).newPage();
    await signIn(page, people.author);
    await page.goto(`/admin/articles/${id}`);
    const signed = page.locator('#signatures');
    await signed.getByText('Jo Example (you)').waitFor();
    await signed.getByText(/asked .* · reminded on/).waitFor();
    await signed.getByText('Ira Example', { exact: true }).waitFor();
    await signed.getByText(/^translator · .*Edda Editor was shown the link that signed/).waitFor();
    assert.equal(await signed.getByText('@').count(), 0);
    assert.equal((await desk.author.get(`/articles/${id}/signatures`)).sections[0].contributors[0].way, null);
    assert.deepEqual(await faults(page), []);
  });
});
