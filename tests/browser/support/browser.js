// A real browser, fresh each time: nothing is known to it from before.
import { spawn } from 'node:child_process';
import { chromium } from 'playwright-core';
import { PATIENCE_MS, until } from './until.js';

const EXECUTABLE = process.env.COUNTERSIGN_CHROMIUM ?? '/usr/bin/chromium';
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };
export const SMALL_PHONE = { width: 320, height: 568 };

export const startBrowser = () => chromium.launch({ executablePath: EXECUTABLE, headless: true, args: ARGS });

/** One person's browser: its own cookies, its own storage, its own copied text. */
export async function openBrowser(browser, options = {}) {
  const context = await browser.newContext({ viewport: DESKTOP, locale: 'en-US', ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

/**
 * A browser on a folder of its own, which can be killed with all its processes, as by a crash, and started again
 * with what it left.
 */
export async function startOn(folder) {
  const args = [...ARGS, '--headless=new', '--no-default-browser-check', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'];
  const child = spawn(EXECUTABLE, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (part) => (said += part));
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const kill = async () => {
    process.kill(-child.pid, 'SIGKILL');
    await gone;
  };
  try {
    const address = await until('the browser listens', () => said.match(/ws:\/\/\S+/)?.[0]);
    const browser = await chromium.connectOverCDP(address);
    const [context] = browser.contexts();
    context.setDefaultTimeout(PATIENCE_MS);
    return { context, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}
