import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { fetchComments } from '@/api/comments';
import { isProblem } from '@/api/problem';
import type { Article, Comment } from '@/api/shapes';
import { Loaded } from '@/components/Problem/Problem';
import { CommentItem } from './CommentItem';
import styles from './Comments.module.css';

interface CommentsProps {
  article: Article;
  /** Goes to the words of a comment; `false` when they are gone. */
  show: (comment: Comment) => boolean;
  /** Begins a comment on what is chosen; left out where nothing is under way. */
  onAdd?: (() => void) | undefined;
}

/** What authors and editors say to each other beside the text: open ones first, settled ones folded. */
export function Comments({ article, show, onAdd }: CommentsProps) {
  const client = useQueryClient();
  const comments = useQuery({ queryKey: ['comments', article.id], queryFn: () => fetchComments(article.id), refetchOnWindowFocus: true });
  // Who only has a text in print takes no part in what is said about the next one.
  if (isProblem(comments.error, 'not_allowed')) return null;
  const changed = () => client.invalidateQueries({ queryKey: ['comments', article.id] });
  const item = (comment: Comment) => <CommentItem key={comment.id} article={article.id} comment={comment} show={show} onChanged={changed} />;
  return (
    <>
      <div className={styles.head}>
        <h2 id="comments-h">Comments</h2>
        {onAdd !== undefined && (
          <Button size="xs" onMouseDown={(event) => event.preventDefault()} onClick={onAdd}>
            Comment
          </Button>
        )}
      </div>
      <Loaded query={comments} what="the comments">
        {(all) => {
          const open = all.filter((one) => one.resolved_at === null);
          const settled = all.filter((one) => one.resolved_at !== null);
          return (
            <>
              {open.length === 0 && (
                <p className="hint">{settled.length > 0 ? 'All are resolved.' : 'None yet. Choose words in the text, then “Comment”.'}</p>
              )}
              <ul className={styles.comments}>{open.map(item)}</ul>
              {settled.length > 0 && (
                <details className={styles.settled}>
                  <summary>{settled.length} resolved</summary>
                  <ul className={styles.comments}>{settled.map(item)}</ul>
                </details>
              )}
            </>
          );
        }}
      </Loaded>
    </>
  );
}
