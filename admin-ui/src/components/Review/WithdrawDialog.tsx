import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { withdraw } from '@/api/signing';
import { Ask } from '@/components/Dialogs/Ask';
import { toast } from '@/components/Dialogs/toast';
import { titleOf } from '@/words';
import type { ReviewDialogProps } from './dialog';

/** Taking a live article away: a reason that is printed, and a second person. */
export function WithdrawDialog({ opened, article, onClose, onDone }: ReviewDialogProps) {
  const [printed, setPrinted] = useState('');
  const [isUrgent, setUrgent] = useState(false);
  const act = async () => {
    try {
      const { done } = await withdraw(article.id, { printed: printed.trim(), ...(isUrgent ? { emergency: true } : {}) });
      toast(done ? 'Taken off the site. A second person reviews it afterwards.' : 'A second person is asked. Until then it stays live.', 'warn');
    } finally {
      await onDone();
    }
  };
  const check = () => (printed.trim() === '' ? 'Please write the reason that readers will see.' : null);
  return (
    <Ask
      opened={opened}
      onClose={onClose}
      title={`Take “${titleOf(article.head)}” off the site?`}
      verb={isUrgent ? 'Take it off now' : 'Ask for the second signature'}
      back="Leave it live"
      tone="bad"
      not="taken off"
      act={act}
      check={check}
    >
      <p>
        Its address will say that the article was withdrawn, when and why. A second person has to agree first: another editor, or one of its authors.
      </p>
      <Textarea label="Reason, printed for readers" autosize minRows={2} value={printed} onChange={(e) => setPrinted(e.currentTarget.value)} />
      <Checkbox
        label="Someone could be harmed: take it off now, and let a second person review it afterwards"
        checked={isUrgent}
        onChange={(e) => setUrgent(e.currentTarget.checked)}
      />
    </Ask>
  );
}

/** The second person's yes to a withdrawal that somebody else asked for. */
export function AgreeDialog({ opened, article, onClose, onDone }: ReviewDialogProps) {
  const asked = article.joint_act;
  const act = async () => {
    try {
      await withdraw(article.id, asked === null ? {} : { confirm: asked.id });
      toast('Taken off the site.', 'warn');
    } finally {
      await onDone();
    }
  };
  return (
    <Ask
      opened={opened}
      onClose={onClose}
      title={`Agree to take “${titleOf(article.head)}” off the site?`}
      verb="Take it off"
      back="Leave it live"
      tone="bad"
      not="taken off"
      act={act}
    >
      {asked !== null && (
        <p>
          {asked.asked_by.byline.name} has asked for it. Readers will be told: “{asked.reason}”
        </p>
      )}
      <p>With your yes the article is gone at once.</p>
    </Ask>
  );
}
