// Makes the pictures of the README anew: npm run pictures. Everybody in them is invented.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { openBrowser, startBrowser } from './support/browser.js';
import { answerBy, signIn } from './support/desk.js';
import { draft, people, publish, settle } from './support/scene.js';
import { startServer } from './support/server.js';
import { smaller } from './support/smaller.js';
import { brief, couples } from './support/texts.js';

const FOLDER = path.join(import.meta.dirname, '../../docs/images');
const WIDTH = 1280;

await mkdir(FOLDER, { recursive: true });
const server = await startServer();
const browser = await startBrowser();
try {
  const desk = await settle({ url: server.url, server });
  await verify(desk);
  const begun = await draft(desk.author, couples);
  const live = await publish(desk, await draft(desk.author, brief));
  await takeEditor(begun);
  await takeArticle(live);
} finally {
  await browser.close();
  await server.stop();
}

/** A licence with its check, as the page prints it. */
async function verify({ author, editor }) {
  const { person } = (await author.get('/session')).account;
  const { credentials } = await editor.get(`/people/${person.id}`);
  const licence = credentials.find(({ abbreviation }) => abbreviation === 'LPC');
  const check = { source: 'Example State Board of Counseling', checked_on: '2026-09-14', status: 'current' };
  await editor.post(`/credentials/${licence.id}/verifications`, check);
}

async function takeEditor(id) {
  const context = await openBrowser(browser, { baseURL: server.url, viewport: { width: WIDTH, height: 960 } });
  const page = await context.newPage();
  await signIn(page, people.author);
  await page.goto(`/admin/articles/${id}`);
  await answerBy(page, people.author.name).locator('p').last().click();
  await page.keyboard.press('End');
  await page.mouse.move(0, 0);
  // Both answers, each under its clinician's name.
  await page.evaluate(() => scrollTo(0, document.querySelector('[id^="s-"]').offsetTop - 130));
  await page.waitForLoadState('networkidle');
  const file = path.join(FOLDER, 'editor.png');
  await page.screenshot({ path: file, caret: 'initial' });
  await smaller(file);
}

async function takeArticle(address) {
  const context = await openBrowser(browser, { baseURL: server.url, viewport: { width: WIDTH, height: 900 } });
  const page = await context.newPage();
  await page.goto(address);
  const { y, height } = await page.locator('article').first().boundingBox();
  const file = path.join(FOLDER, 'article.png');
  await page.screenshot({ path: file, fullPage: true, clip: { x: 0, y: 0, width: WIDTH, height: Math.ceil(y + height + 32) } });
  await smaller(file);
}
