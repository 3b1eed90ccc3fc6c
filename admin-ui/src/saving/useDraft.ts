import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Article } from '@/api/shapes';
import { DraftSaving, type DraftOptions } from './draft';
import type { SaveState } from './saver';

/** The savers of one article for as long as its writing screen is open. */
export function useDraft(article: Article, options: DraftOptions): { draft: DraftSaving; state: SaveState<unknown> } {
  const [draft] = useState(() => new DraftSaving(article, options));
  const state = useSyncExternalStore(draft.subscribe, draft.snapshot);

  useEffect(() => {
    draft.start();
    const leave = () => draft.keepUnsaved();
    const hide = () => {
      draft.keepUnsaved();
      if (document.visibilityState === 'hidden') void draft.saveNow();
    };
    const connected = () => void draft.saveNow();
    window.addEventListener('pagehide', leave);
    window.addEventListener('online', connected);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('online', connected);
      document.removeEventListener('visibilitychange', hide);
      void draft.saveNow();
      draft.stop();
    };
  }, [draft]);

  useEffect(() => draft.adopt(article), [draft, article]);
  return { draft, state };
}
