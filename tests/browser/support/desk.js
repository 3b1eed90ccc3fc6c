// What people do at the desk, through the screens that they use.
import assert from 'node:assert/strict';

/** The field or the button is really there, and gets its name from what a person can read. */
export const button = (page, name) => page.getByRole('button', { name, exact: true });

export async function becomeOwner(page, link, { name, email, password }) {
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await button(page, 'Begin').click();
  await heading(page, 'Home').waitFor();
}

export const heading = (page, name) => page.getByRole('heading', { level: 1, name });

/** Invites somebody and brings back the link, as one copies it where mail is off. */
export async function invite(page, { typed, email, role = 'Write and sign own articles' }) {
  await page.goto('/admin/people');
  await button(page, 'Invite').or(button(page, 'Invite a clinician')).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name and letters').fill(typed);
  await dialog.getByLabel('E-mail address').fill(email);
  await dialog.getByLabel(role).check();
  await button(dialog, 'Invite').click();
  const link = await copied(page, page.getByRole('dialog', { name: 'Invited' }).getByRole('button', { name: /^Copy link/ }));
  await button(page.getByRole('dialog', { name: 'Invited' }), 'Close').first().click();
  return link;
}

/** Presses a button that copies, and reads what it copied. */
export async function copied(page, copy) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await copy.click();
  const text = await page.waitForFunction(async () => (await navigator.clipboard.readText()) || null);
  return text.jsonValue();
}

export async function acceptInvitation(page, link, password) {
  await page.goto(link);
  await page.getByLabel('New password').fill(password);
  await button(page, 'Choose this password').click();
}

export async function signIn(page, { email, password }) {
  await page.goto('/admin/');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await button(page, 'Sign in').click();
  await heading(page, 'Sign in').waitFor({ state: 'hidden' });
}

export async function signOut(page) {
  await button(page, 'Sign out').click();
  await heading(page, 'Sign in').waitFor();
}

export async function beginAnswers(page) {
  await page.getByRole('link', { name: 'New article' }).click();
  await page.getByLabel('An answer to a reader’s question').check();
  await button(page, 'Begin writing').click();
  await page.waitForURL(/\/admin\/articles\/[0-9a-f-]{36}$/);
  return page.url().split('/').at(-1);
}

/** The text of one clinician, by the name above it. */
export const answerBy = (page, name) => page.getByRole('textbox', { name: `Answer by ${name}`, exact: true });

/** Types paragraphs where the cursor is put; the first words key by key, as a person does. */
export async function write(page, text, paragraphs) {
  await text.click();
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(paragraph.slice(0, 40));
    await page.keyboard.insertText(paragraph.slice(40));
  }
}

export const saveLine = (page) => page.locator('main header [role=status]');

/** Waits until the screen says "Saved" after the last change. */
export async function saved(page) {
  await saveLine(page).filter({ hasText: /^Saved / }).waitFor();
}

export async function addClinician(page, typed) {
  await button(page, 'Add a clinician').click();
  const dialog = page.getByRole('dialog', { name: 'Add a clinician' });
  await dialog.getByLabel('Name and letters').fill(typed);
  await button(dialog, 'Add').click();
  await dialog.waitFor({ state: 'hidden' });
}

export async function chooseTopic(page, topic) {
  await page.getByRole('combobox', { name: 'Topics' }).fill(topic);
  const answer = page.waitForResponse((response) => response.url().endsWith('/topics') && response.request().method() === 'PUT');
  await page.getByRole('option', { name: topic, exact: true }).click();
  assert.ok((await answer).ok(), 'the topic is kept');
}

export async function submit(page) {
  await button(page, 'Submit').click();
  await heading(page, 'Submit to the editors').waitFor();
  await page.getByRole('checkbox').check();
  await button(page, 'Submit').click();
  await heading(page, 'My articles').waitFor();
}

/** Says no to each question that is still open, and signs. */
export async function sign(page) {
  for (const group of await page.getByRole('radiogroup').filter({ has: page.getByRole('radio', { name: 'No', exact: true }) }).all()) {
    await group.getByRole('radio', { name: 'No', exact: true }).check();
  }
  await button(page, 'Sign').click();
}
