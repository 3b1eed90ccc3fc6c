import type { SaveOf } from '@/api/drafts';

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

/** A shelf in the browser's storage for one part of one draft of one account. */
export function deviceShelf<T>(account: string, article: string, part: string, others: ReadonlySet<string>): Shelf<T> {
  const stem = `${PREFIX}.${account}.${article}.${part}.`;
  const own = stem + tabName();
  return {
    keep(kept) {
      try {
        localStorage.setItem(own, JSON.stringify({ ...kept, at: Date.now() } satisfies Entry<T>));
        return true;
      } catch {
        return false;
      }
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
        remove(found.key);
      }
      const { text, version, pending } = found.entry;
      return { text, version, pending };
    },
    clear: () => remove(own),
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

function remove(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing to do: storage that cannot be written holds nothing of ours.
  }
}
