import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** What the vault knows under one name: words, or that they were taken out. */
export interface Laid {
  at: number;
  /** As they stand on the shelf; `null` once the server has them. */
  words: string | null;
}

interface Rooms extends DBSchema {
  kept: { key: string; value: Laid };
}

/** Long enough that a shelf which a crash left behind is still known to be old. */
const REMEMBERED_MS = 24 * 60 * 60 * 1000;

/**
 * The second place where unsaved words are kept. The browser writes its local storage to the disk some seconds later,
 * so that words go with a browser that dies; what this one has taken is on the disk. A browser without it keeps the
 * first place alone.
 */
export class Vault {
  private readonly waiting = new Map<string, Laid>();
  private writing: Promise<void> | null = null;
  private readonly rooms: Promise<IDBPDatabase<Rooms> | null>;

  constructor(name = 'countersign') {
    this.rooms = open(name);
  }

  /** Lays words down under a name, or notes that they are gone. Of several that wait only the last is written. */
  lay(key: string, laid: Laid): void {
    this.waiting.set(key, laid);
    this.writing ??= this.write();
  }

  /** Settles when everything laid down so far is on the disk. */
  async written(): Promise<void> {
    while (this.writing !== null) await this.writing;
  }

  /** Everything it knows, by name. */
  async all(): Promise<Map<string, Laid>> {
    await this.written();
    const rooms = await this.rooms;
    const found = new Map<string, Laid>();
    if (rooms === null) return found;
    try {
      const [keys, values] = await Promise.all([rooms.getAllKeys('kept'), rooms.getAll('kept')]);
      keys.forEach((key, index) => {
        const laid = values[index];
        if (laid === undefined) return;
        found.set(key, laid);
        if (laid.words === null && laid.at < Date.now() - REMEMBERED_MS) void rooms.delete('kept', key).catch(() => undefined);
      });
    } catch {
      // What cannot be read is as if it were not there: the shelf stands.
    }
    return found;
  }

  private async write(): Promise<void> {
    const rooms = await this.rooms;
    while (this.waiting.size > 0) {
      const now = [...this.waiting];
      this.waiting.clear();
      if (rooms === null) continue;
      try {
        const tx = rooms.transaction('kept', 'readwrite', { durability: 'strict' });
        await Promise.all([...now.map(([key, laid]) => tx.store.put(laid, key)), tx.done]);
      } catch {
        // No room: the shelf has said so already, or has them.
      }
    }
    this.writing = null;
  }
}

async function open(name: string): Promise<IDBPDatabase<Rooms> | null> {
  if (typeof indexedDB === 'undefined') return null;
  try {
    return await openDB<Rooms>(name, 1, { upgrade: (rooms) => void rooms.createObjectStore('kept') });
  } catch {
    return null;
  }
}
