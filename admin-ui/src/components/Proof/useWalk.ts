import { useState } from 'react';
import type { Numbered } from './changes';
import { step } from './marks';

export interface Walk {
  /** The key of the change that is looked at. */
  at: string | null;
  /** Its place, counted from 1. */
  place: number | null;
  go: (by: 1 | -1) => void;
  stand: (key: string) => void;
}

/** Previous and next: from change to change, with the focus on its number. */
export function useWalk(changes: readonly Numbered[]): Walk {
  const [at, setAt] = useState<string | null>(null);
  const index = changes.findIndex((c) => c.key === at);
  const place = index === -1 ? null : index + 1;
  const go = (by: 1 | -1) => {
    const next = changes[step(place, by, changes.length) - 1];
    if (next === undefined) return;
    setAt(next.key);
    const number = document.querySelector<HTMLElement>(`[data-key="${next.key}"]`);
    number?.focus({ preventScroll: true });
    number?.parentElement?.scrollIntoView({ block: 'center' });
  };
  return { at, place, go, stand: setAt };
}
