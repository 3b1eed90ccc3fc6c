import { Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addComment, type CommentOn } from '@/api/comments';
import { Ask } from '@/components/Dialogs/Ask';

interface CommentDialogProps {
  article: string;
  /** The words that were chosen; `null` while nothing is written about any. */
  on: CommentOn | null;
  onClose: () => void;
}

const LONG = 300;

/** A comment on words of a text. */
export function CommentDialog({ article, on, onClose }: CommentDialogProps) {
  const client = useQueryClient();
  const [body, setBody] = useState('');
  const quote = on?.quote.trim() ?? '';
  return (
    <Ask
      opened={on !== null}
      onClose={onClose}
      title="Comment"
      verb="Comment"
      not="added"
      check={() => (body.trim() === '' ? 'Please write your comment first.' : null)}
      act={async () => {
        if (on === null) return;
        await addComment(article, on, body);
        setBody('');
        await client.invalidateQueries({ queryKey: ['comments', article] });
      }}
    >
      <p>{quote === '' ? 'About this text, at the place of the cursor.' : `“${quote.length > LONG ? `${quote.slice(0, LONG)}…` : quote}”`}</p>
      <Textarea label="Your comment" autosize minRows={3} maxRows={12} data-autofocus value={body} onChange={(event) => setBody(event.currentTarget.value)} />
      <p className="hint">Its authors and the editors read it. Readers never do.</p>
    </Ask>
  );
}
