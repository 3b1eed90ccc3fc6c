// A server and a browser for the tests of one file.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowser, startBrowser } from './browser.js';
import { startServer } from './server.js';

/**
 * Starts both before the file's tests and stops them after. `tell` is `test`, but a failure shows
 * what the server said and where a picture of each open page lies. It is given `step`, which tells
 * one step of the story and ends the story where it fails. `tellEach` says the same of many things,
 * each by itself.
 */
export function onSite(prepare = async () => undefined, options = {}) {
  const site = {};
  before(async () => {
    site.server = await startServer(options);
    site.url = site.server.url;
    site.browser = await startBrowser();
    try {
      await prepare(site);
    } catch (error) {
      await show(site);
      throw error;
    }
  });
  after(async () => {
    await site.browser?.close();
    await site.server?.stop();
  });
  site.open = (options) => openBrowser(site.browser, { baseURL: site.url, ...options });
  site.tell = (name, body) =>
    test(name, async (t) => {
      try {
        await body((what, act) => step(t, what, act));
      } catch (error) {
        await show(site);
        throw error;
      } finally {
        await closeAll(site);
      }
    });
  site.tellEach = (name, things, body) =>
    test(name, async (t) => {
      for (const thing of things()) {
        await t.test(thing.kind, async () => {
          try {
            await body(thing);
          } catch (error) {
            await show(site);
            throw error;
          } finally {
            await closeAll(site);
          }
        });
      }
    });
  return site;
}

const closeAll = (site) => Promise.all(site.browser.contexts().map((context) => context.close()));

/** One step of a story; after one that fails, the rest cannot be told. */
async function step(t, what, act) {
  let failure = null;
  await t.test(what, async () => {
    try {
      await act();
    } catch (error) {
      failure = error;
      throw error;
    }
  });
  if (failure !== null) throw failure;
}

async function show(site) {
  const folder = await mkdtemp(path.join(tmpdir(), 'countersign-failed-'));
  const pages = site.browser?.contexts().flatMap((context) => context.pages()) ?? [];
  const lines = [];
  const said = (site.server?.log() ?? 'nothing').split('\n').filter((line) => !line.includes(' /admin/assets/'));
  for (const [index, page] of pages.entries()) {
    const picture = path.join(folder, `${index + 1}.png`);
    const taken = await page.screenshot({ path: picture, timeout: 5_000 }).then(() => picture, () => 'no picture');
    lines.push(`${page.url()}: ${taken}`);
  }
  console.error(['--- open pages', ...lines, '--- the server said', ...said].join('\n'));
}
