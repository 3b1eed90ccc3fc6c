import type { Article, HistoryItem, JointAct, Proof, Signatures } from '@/api/shapes';

/** The frozen text that is out, and who signed it. */
export interface Released {
  proof: Proof;
  signatures: Signatures;
}

/** What every dialog of the review page is given. */
export interface ReviewDialogProps {
  opened: boolean;
  article: Article;
  released: Released | null;
  history: readonly HistoryItem[];
  onClose: () => void;
  /** Loads again whatever the act may have changed. */
  onDone: () => Promise<void>;
}

/** What a dialog of the second person is given. */
export interface JointDialogProps extends ReviewDialogProps {
  joint: JointAct;
}

export type ReviewDialog =
  | 'approve' | 'publish' | 'proof' | 'changes' | 'decline' | 'more' | 'preview' | 'withdraw' | 'amend' | 'erase'
  /** The yes of the second person, to whatever waits for one. */
  | 'agree' | null;
