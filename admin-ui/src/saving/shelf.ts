import type { SaveOf } from '@/api/drafts';
import { Vault } from './vault';

/** What was typed and not yet acknowledged. */
export interface Kept<T> {
  text: T;
  /** The version on the server that the text grew from. */
  version: number;
  /** A save that was sent and never answered: it may have been done. */
  pending: SaveOf<T> | null;
}

/** Where one part of a draft is kept on this device until the server has it. */
export interface Shelf<T> {
  /** False when the device has no room for it, so that nobody is told that it is kept. */
  keep: (kept: Kept<T>) => boolean;
  find: () => Kept<T> | null;
  clear: () => void;
}

const PREFIX = 'countersign.kept';
const TAB_KEY = 'countersign.tab';
const vault = new Vault();

interface Entry<T> extends Kept<T> {
  at: number;
}

/** A name for this tab that outlives a reload, so that two tabs do not write over each other's copies. */
export function tabName(): string {
  try {
    const known = sessionStorage.getItem(TAB_KEY);
    if (known !== null) return known;
    const fresh = crypto.randomUUID();
    sessionStorage.setItem(TAB_KEY, fresh);
    return fresh;
  } catch {
    return 'only';
  }
}

/** Tabs that are open now hold a lock named after them; their copies are not ours to restore. */
export async function otherTabs(): Promise<ReadonlySet<string>> {
  if (!('locks' in navigator)) return new Set();
  const own = tabName();
  const { held } = await navigator.locks.query();
  const names = (held ?? []).map((lock) => lock.name ?? '').filter((name) => name.startsWith(TAB_KEY));
  return new Set(names.map((name) => name.slice(TAB_KEY.length + 1)).filter((name) => name !== own));
}

/** Says that this tab is open, until it is closed. */
export function holdTab(): void {
  if (!('locks' in navigator)) return;
  void navigator.locks.request(`${TAB_KEY}.${tabName()}`, () => new Promise<never>(() => undefined));
}

/**
 * Puts back on the shelf what a browser that died had only in the vault, and takes off it what the vault knows to be
 * saved since. Copies of open tabs are left to them. Asked before a draft is opened.
 */
export async function recoverKept(others: ReadonlySet<string>): Promise<void> {
  for (const [key, { at, words }] of await vault.all()) {
    if (others.has(key.slice(key.lastIndexOf('.') + 1))) continue;
    const onShelf = read<unknown>(key);
    if (words === null ? onShelf !== null && onShelf.at <= at : onShelf === null || onShelf.at < at) put(key, words);
  }
}

/** The articles of an account with words that are on this device alone. */
export function keptArticles(account: string): string[] {
  const stem = `${PREFIX}.${account}.`;
  return [...new Set(keysFrom(stem).map((key) => key.slice(stem.length).split('.')[0] ?? ''))];
}

/** Takes everything that an account has on this device off it. */
export async function forgetKept(account: string): Promise<void> {
  const stem = `${PREFIX}.${account}.`;
  const laid = [...(await vault.all()).keys()].filter((key) => key.startsWith(stem));
  for (const key of new Set([...keysFrom(stem), ...laid])) takeOff(key);
  await vault.written();
}

/** A shelf in the browser's storage for one part of one draft of one account. */
export function deviceShelf<T>(account: string, article: string, part: string, others: ReadonlySet<string>): Shelf<T> {
  const stem = `${PREFIX}.${account}.${article}.${part}.`;
  const own = stem + tabName();
  return {
    keep(kept) {
      const entry: Entry<T> = { ...kept, at: Date.now() };
      const words = JSON.stringify(entry);
      vault.lay(own, { at: entry.at, words });
      return put(own, words);
    },
    find() {
      const entries = keysFrom(stem)
        .filter((key) => key === own || !others.has(key.slice(stem.length)))
        .map((key) => ({ key, entry: read<T>(key) }))
        .filter((found): found is { key: string; entry: Entry<T> } => found.entry !== null)
        .sort((a, b) => Number(b.key === own) - Number(a.key === own) || b.entry.at - a.entry.at);
      const found = entries[0];
      if (found === undefined) return null;
      // A closed tab's copy becomes ours, so that it is not found twice.
      if (found.key !== own) {
        this.keep(found.entry);
        takeOff(found.key);
      }
      const { text, version, pending } = found.entry;
      return { text, version, pending };
    },
    clear: () => takeOff(own),
  };
}

function keysFrom(stem: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(stem));
  } catch {
    return [];
  }
}

function read<T>(key: string): Entry<T> | null {
  try {
    const stored = localStorage.getItem(key);
    return stored === null ? null : (JSON.parse(stored) as Entry<T>);
  } catch {
    return null;
  }
}

/** False when there is no room. */
function put(key: string, words: string | null): boolean {
  try {
    if (words === null) localStorage.removeItem(key);
    else localStorage.setItem(key, words);
    return true;
  } catch {
    return false;
  }
}

function takeOff(key: string): void {
  put(key, null);
  vault.lay(key, { at: Date.now(), words: null });
}
