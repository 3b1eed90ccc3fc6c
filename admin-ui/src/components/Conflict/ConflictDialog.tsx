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
  const title = section === null ? 'Two people changed the title or the question' : article.kind === 'article' ? 'Two people changed this text' : 'Two people changed this answer';
  return (
    <Modal opened={opened} onClose={onClose} title={title} fullScreen trapFocus returnFocus>
      {opened && section !== null && (
        <SectionConflict key={section[0]} article={article} sectionId={section[0]} saver={section[1]} onLater={onClose} />
      )}
      {opened && section === null && draft.head.state.is === 'conflict' && <HeadConflict article={article.id} saver={draft.head} onLater={onClose} />}
    </Modal>
  );
}
