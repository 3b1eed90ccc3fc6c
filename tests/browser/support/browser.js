// A real browser, fresh each time: nothing is known to it from before.
import { chromium } from 'playwright-core';
import { PATIENCE_MS } from './until.js';

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
