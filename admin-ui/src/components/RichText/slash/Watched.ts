/** A value that a part of the editor sets and a part of the screen draws. */
export class Watched<T> {
  private readonly watchers = new Set<() => void>();

  constructor(public value: T) {}

  set(value: T): void {
    this.value = value;
    for (const watcher of this.watchers) watcher();
  }

  read = (): T => this.value;

  watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };
}
