import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import type { CommentOn } from '@/api/comments';
import type { Article } from '@/api/shapes';
import { toast } from '@/components/Dialogs/toast';
import panel from '@/components/Panel/Panel.module.css';
import { CommentDialog } from './CommentDialog';
import { Comments } from './Comments';
import { chosenOnPage, showOnPage } from './inText';

/** The comments beside a text that is only read here. */
export function ReviewComments({ article }: { article: Article }) {
  const [commenting, setCommenting] = useState<CommentOn | null>(null);
  const isUnderWay = article.candidate !== null;
  const comment = () => {
    if (!isUnderWay) return;
    const on = chosenOnPage();
    if (on === null) toast('Choose words in the text first, then “Comment”.', 'warn');
    else setCommenting(on);
  };
  useHotkeys([['ctrl+alt+M', comment]]);
  return (
    <section className={panel.panel} aria-labelledby="comments-h">
      <div className={panel.pad}>
        <Comments article={article} show={showOnPage} onAdd={isUnderWay ? comment : undefined} />
      </div>
      <CommentDialog article={article.id} on={commenting} onClose={() => setCommenting(null)} />
    </section>
  );
}
