import type { Article, Signatures } from '@/api/shapes';

/** What every dialog of the review page is given. */
export interface ReviewDialogProps {
  opened: boolean;
  article: Article;
  signatures: Signatures;
  onClose: () => void;
  /** Loads again whatever the act may have changed. */
  onDone: () => Promise<void>;
}
