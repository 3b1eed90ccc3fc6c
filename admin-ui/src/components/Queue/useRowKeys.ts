import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { useKeys } from '@/components/Keys/Keys';

/** J and K walk through the rows of a list; Enter follows the row's own link, which holds the focus. */
export function useRowKeys(ids: readonly string[]): string | null {
  const { lettersOn } = useKeys();
  const [at, setAt] = useState<string | null>(null);
  const step = (by: 1 | -1) => () => {
    if (ids.length === 0) return;
    const now = at === null ? -1 : ids.indexOf(at);
    const to = ids[now === -1 ? (by === 1 ? 0 : ids.length - 1) : Math.min(ids.length - 1, Math.max(0, now + by))] ?? null;
    setAt(to);
    const link = document.querySelector<HTMLElement>(`[data-row="${to ?? ''}"] [data-open]`);
    link?.focus();
    link?.scrollIntoView({ block: 'nearest' });
  };
  useHotkeys(lettersOn ? [['J', step(1)], ['K', step(-1)]] : []);
  return at !== null && ids.includes(at) ? at : null;
}
