import { Modal } from '@mantine/core';
import type { Article } from '@/api/shapes';
import type { DraftSaving } from '@/saving/draft';
import { HeadConflict } from './HeadConflict';
import { SectionConflict } from './SectionConflict';

interface ConflictDialogProps {
  article: Article;
  draft: DraftSaving;
  opened: boolean;
  onClose: () => void;
}

/** Full screen, over the writing. Escape asks nothing and loses nothing: the line stays red and opens it again. */
export function ConflictDialog({ article, draft, opened, onClose }: ConflictDialogProps) {
  const section = draft.conflictingSection();
  const state = section === null ? draft.head.state : section[1].state;
  const isMine = state.is === 'conflict' && state.theirs.savedByMe;
  const what = section === null ? 'the title or the question' : article.kind === 'article' ? 'this text' : 'this answer';
  const title = isMine ? `You changed ${what} in another window` : `Two people changed ${what}`;
  return (
    <Modal opened={opened} onClose={onClose} title={title} fullScreen trapFocus returnFocus>
      {opened && section !== null && (
        <SectionConflict key={section[0]} article={article} sectionId={section[0]} saver={section[1]} onLater={onClose} />
      )}
      {opened && section === null && draft.head.state.is === 'conflict' && <HeadConflict article={article.id} saver={draft.head} onLater={onClose} />}
    </Modal>
  );
}
