// An author invites a clinician who does not sign in yet, and sees what comes of it.
import assert from 'node:assert/strict';
import { faults } from './support/axe.js';
import { acceptInvitation, button, copied, signIn } from './support/desk.js';
import { draft, people, settle } from './support/scene.js';
import { onSite } from './support/site.js';
import { longer } from './support/texts.js';

let desk = null;
const site = onSite(async (s) => {
  desk = await settle(s);
});

site.tell('an author invites a clinician to write, who accepts', async (step) => {
  const id = await draft(desk.author, longer);
  const [section] = (await desk.author.get(`/drafts/${id}`)).sections;
  const path = `/drafts/${id}/sections/${section.id}/contributors`;
  await desk.author.call('PUT', path, { contributors: [{ person: section.contributors[0].id }], typed: 'Ira Example, PhD' });
  const page = await (await site.open()).newPage();
  await signIn(page, people.author);
  await page.goto(`/admin/articles/${id}`);
  const part = page.locator('#invited');
  const invite = async (email) => {
    const dialog = page.getByRole('dialog', { name: 'Invite Ira Example to write?' });
    await dialog.getByLabel('E-mail address').fill(email);
    await button(dialog, 'Invite').click();
    await dialog.waitFor({ state: 'hidden' });
    return copied(page, part.getByRole('button', { name: /^Copy link/ }));
  };
  let link = null;

  await step('the invitation says to whom and when', async () => {
    await button(part, 'Invite Ira Example to write').click();
    await invite('wrong@clinic.example');
    await part.getByText(/sent to wrong@clinic\.example today.* · not opened yet · the link works until/).waitFor();
    assert.deepEqual(await faults(page), []);
  });

  await step('it is taken back, and sent again to another address', async () => {
    await part.getByRole('button', { name: /^Take back/ }).click();
    await button(page.getByRole('dialog', { name: 'Take back the invitation to Ira Example?' }), 'Take it back').click();
    await part.getByText(/taken back today/).waitFor();
    await part.getByRole('button', { name: /^Send again/ }).click();
    link = await invite('ira@clinic.example');
    await part.getByText(/sent to ira@clinic\.example today/).waitFor();
  });

  await step('the clinician chooses a password, finds the article, and the author sees it', async () => {
    const guest = await (await site.open()).newPage();
    await acceptInvitation(guest, link, 'a lantern behind the hill');
    await guest.getByRole('link', { name: longer.title }).first().click();
    await guest.getByRole('textbox', { name: 'Text of the article' }).waitFor();
    await page.reload();
    await part.getByText(/sent to ira@clinic\.example today.* · accepted today/).waitFor();
    assert.equal(await part.getByRole('button', { name: /^Send again/ }).count(), 0);
  });
});
