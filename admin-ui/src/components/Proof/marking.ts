import type { Numbered } from './changes';

/** How changes are drawn. */
export interface Marking {
  /** All that are numbered on the page. */
  changes: readonly Numbered[];
  /** Changes whose earlier words are put back. */
  putBack: ReadonlySet<string>;
  /** The change that is looked at. */
  at: string | null;
  /** Opens a change that can be put back; without it the numbers are only read. */
  onOpen?: (key: string) => void;
}
