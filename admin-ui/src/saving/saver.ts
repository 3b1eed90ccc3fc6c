import { isLost, isProblem, Problem } from '@/api/problem';
import type { SaveOf } from '@/api/drafts';
import type { Saved } from '@/api/shapes';
import type { Shelf } from './shelf';

/** Typing rests this long before it is sent. */
export const REST_MS = 1_000;
/** Typing without a rest is sent at least this often. */
export const LONGEST_WAIT_MS = 8_000;
/** Tries before we say that there is no connection. */
export const TRIES = 3;
/** Afterwards we try again this often. */
export const AGAIN_MS = 10_000;

/** The text that somebody else saved first. */
export interface Theirs<T> {
  text: T;
  version: number;
  savedAt: string;
  savedBy: string | null;
  /** From another window or another device of the same person. */
  savedByMe: boolean;
}

/** What is known about the typed text. Each state carries the facts that are true in it. */
export type SaveState<T> =
  | { is: 'saved'; at: string }
  | { is: 'saving' }
  | { is: 'offline'; kept: boolean }
  | { is: 'signed_out'; kept: boolean }
  | { is: 'conflict'; theirs: Theirs<T> }
  | { is: 'refused'; why: string };

export interface SaverOptions<T, A extends Saved = Saved> {
  text: T;
  version: number;
  savedAt: string;
  send: (save: SaveOf<T>) => Promise<A>;
  /** Reads the present text out of a stale answer. */
  readCurrent: (current: unknown) => Theirs<T>;
  isSame: (a: T, b: T) => boolean;
  shelf: Shelf<T>;
  newId: () => string;
  onSaved?: (answer: A) => void;
}

/**
 * Saves one part of a draft (the head, or one section) and tells the truth about it.
 *
 * A save whose answer was lost may have been done all the same. It is therefore tried again unchanged, under
 * the same name, until somebody answers; only then may newer typing follow. What the server has not
 * acknowledged stays on the shelf of this device.
 */
export class Saver<T, A extends Saved = Saved> {
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private pending: SaveOf<T> | null = null;
  private acknowledged: T;
  private tries = 0;
  private dirtySince: number | null = null;
  private inFlight = false;
  private current: SaveState<T>;
  text: T;
  version: number;

  constructor(private readonly options: SaverOptions<T, A>) {
    this.text = options.text;
    this.acknowledged = options.text;
    this.version = options.version;
    this.current = { is: 'saved', at: options.savedAt };
    this.restore();
  }

  get state(): SaveState<T> {
    return this.current;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): SaveState<T> => this.current;

  /** Whether the server has acknowledged every word. */
  get isClean(): boolean {
    return this.pending === null && this.options.isSame(this.text, this.acknowledged);
  }

  /** Sends what was restored from the shelf. */
  start(): void {
    if (!this.isClean && this.timer === null && !this.inFlight && this.current.is === 'saving') this.wait(0);
  }

  edit(text: T): void {
    if (this.options.isSame(text, this.text)) return;
    this.text = text;
    switch (this.current.is) {
      case 'conflict':
        this.keep();
        this.become(this.current);
        return;
      case 'offline':
        this.become({ is: 'offline', kept: this.keep() });
        return;
      case 'signed_out':
        this.become({ is: 'signed_out', kept: this.keep() });
        return;
      case 'saved':
      case 'saving':
      case 'refused':
        // The browser may die before the next save is sent.
        this.keep();
        this.become({ is: 'saving' });
        this.dirtySince ??= Date.now();
        if (!this.inFlight && this.tries === 0) {
          const left = this.dirtySince + LONGEST_WAIT_MS - Date.now();
          this.wait(Math.max(0, Math.min(REST_MS, left)));
        }
    }
  }

  /** Sends what is unsent now: Ctrl+S, a closed laptop, a fresh sign-in. */
  async saveNow(): Promise<void> {
    if (this.current.is === 'conflict' || this.inFlight) return;
    if (this.isClean) return;
    this.stopWaiting();
    await this.send();
  }

  /** Sends what is unsent and waits for the answers. Whether the server has every word then. */
  saveAll(): Promise<boolean> {
    return new Promise((resolve) => {
      const look = () => {
        const isWaiting = !this.isClean && (this.current.is === 'saving' || this.inFlight);
        if (isWaiting) return;
        stop();
        resolve(this.isClean);
      };
      const stop = this.subscribe(look);
      void this.saveNow().then(look);
    });
  }

  /** The person has signed in again. */
  resume(): void {
    if (this.current.is !== 'signed_out') return;
    this.become({ is: 'saving' });
    void this.saveNow();
  }

  /** The person has chosen or put together a text; it replaces the one that was saved first. */
  resolve(text: T): void {
    if (this.current.is !== 'conflict') return;
    this.version = this.current.theirs.version;
    this.acknowledged = this.current.theirs.text;
    this.text = text;
    this.become({ is: 'saving' });
    if (this.isClean) this.settle(this.currentTime());
    else void this.saveNow();
  }

  /** A newer text has come from the server. Taken only where nothing typed here would be lost. */
  adopt(theirs: { text: T; version: number; savedAt: string }): boolean {
    if (theirs.version <= this.version || !this.isClean || this.inFlight) return false;
    this.version = theirs.version;
    this.acknowledged = theirs.text;
    this.text = theirs.text;
    this.become({ is: 'saved', at: theirs.savedAt });
    return true;
  }

  /** The page is going away: whatever is unsaved goes on the shelf. */
  keepUnsaved(): void {
    if (!this.isClean) this.keep();
  }

  stop(): void {
    this.keepUnsaved();
    this.stopWaiting();
  }

  private restore(): void {
    const kept = this.options.shelf.find();
    if (kept === null) return;
    if (kept.pending === null && this.options.isSame(kept.text, this.text)) {
      this.options.shelf.clear();
      return;
    }
    this.text = kept.text;
    this.version = kept.version;
    this.pending = kept.pending;
    this.current = { is: 'saving' };
  }

  private keep(): boolean {
    return this.options.shelf.keep({ text: this.text, version: this.version, pending: this.pending });
  }

  private wait(ms: number): void {
    this.stopWaiting();
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.send();
    }, ms);
  }

  private stopWaiting(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private async send(): Promise<void> {
    if (this.inFlight) return;
    this.pending ??= { text: this.text, version: this.version, saveId: this.options.newId() };
    const sent = this.pending;
    this.keep();
    this.inFlight = true;
    if (this.current.is !== 'offline') this.become({ is: 'saving' });
    try {
      const answer = await this.options.send(sent);
      this.inFlight = false;
      this.accepted(sent, answer);
    } catch (error) {
      this.inFlight = false;
      this.failed(sent, error);
    }
  }

  private accepted(sent: SaveOf<T>, answer: A): void {
    this.pending = null;
    this.tries = 0;
    this.dirtySince = null;
    this.version = answer.version;
    this.acknowledged = sent.text;
    this.options.onSaved?.(answer);
    if (this.isClean) {
      this.settle(answer.saved_at);
    } else {
      this.keep();
      this.become({ is: 'saving' });
      this.dirtySince = Date.now();
      this.wait(REST_MS);
    }
  }

  private failed(sent: SaveOf<T>, error: unknown): void {
    if (isLost(error) || isProblem(error, 'too_many_tries')) {
      this.lost(error);
    } else if (error instanceof Problem && error.status === 401) {
      this.become({ is: 'signed_out', kept: this.keep() });
    } else if (isProblem(error, 'stale')) {
      this.stale(sent, this.options.readCurrent(error.current));
    } else {
      // Refused for good: the next try, after a change, is another save.
      this.pending = null;
      this.keep();
      this.become({ is: 'refused', why: error instanceof Problem ? error.detail : 'something went wrong here' });
    }
  }

  private lost(error: unknown): void {
    this.tries += 1;
    if (this.tries >= TRIES) this.become({ is: 'offline', kept: this.keep() });
    const asked = error instanceof Problem && error.retryAfter !== null ? error.retryAfter * 1000 : 0;
    this.wait(Math.max(asked, this.tries >= TRIES ? AGAIN_MS : REST_MS * this.tries));
  }

  private stale(sent: SaveOf<T>, theirs: Theirs<T>): void {
    this.pending = null;
    this.tries = 0;
    this.dirtySince = null;
    if (this.options.isSame(theirs.text, sent.text)) {
      // The same words are there already: nobody has to choose.
      this.accepted(sent, { version: theirs.version, saved_at: theirs.savedAt } as A);
      return;
    }
    this.keep();
    this.become({ is: 'conflict', theirs });
  }

  private settle(at: string): void {
    this.options.shelf.clear();
    this.become({ is: 'saved', at });
  }

  private currentTime(): string {
    return this.current.is === 'conflict' ? this.current.theirs.savedAt : new Date().toISOString();
  }

  private become(state: SaveState<T>): void {
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}
