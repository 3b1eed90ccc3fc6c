import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { withdraw } from '@/api/signing';
import { Ask } from '@/components/Dialogs/Ask';
import { toast } from '@/components/Dialogs/toast';
import { useIsEditor } from '@/session';
import { moment } from '@/time';
import { titleOf } from '@/words';
import type { JointDialogProps, ReviewDialogProps } from './dialog';

/** Taking a live article away: a reason that is printed, and a second person. */
export function WithdrawDialog({ opened, article, onClose, onDone }: ReviewDialogProps) {
  const [printed, setPrinted] = useState('');
  const editor = useIsEditor();
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
        Its address will say that the article was withdrawn, when and why.{' '}
        {isUrgent ? 'It is gone at once. Another person reviews it afterwards.' : 'A second person has to agree first.'}
      </p>
      <Textarea label="Reason, printed for readers" autosize minRows={2} value={printed} onChange={(e) => setPrinted(e.currentTarget.value)} />
      {editor && (
        <Checkbox
          label="Someone could be harmed: take it off now, and let a second person review it afterwards"
          checked={isUrgent}
          onChange={(e) => setUrgent(e.currentTarget.checked)}
        />
      )}
    </Ask>
  );
}

/** The second person's yes to a withdrawal: before it is done, or afterwards when it could not wait. */
export function AgreeDialog({ opened, article, joint, onClose, onDone }: JointDialogProps) {
  const title = titleOf(article.head);
  const act = async () => {
    try {
      await withdraw(article.id, { confirm: joint.id });
      toast(joint.emergency ? 'Confirmed. It stays off the site.' : 'Taken off the site.', 'warn');
    } finally {
      await onDone();
    }
  };
  const who = joint.asked_by.byline.name;
  return (
    <Ask
      opened={opened}
      onClose={onClose}
      title={joint.emergency ? `Was it right to take “${title}” off the site?` : `Agree to take “${title}” off the site?`}
      verb={joint.emergency ? 'Yes, it was right' : 'Take it off'}
      back={joint.emergency ? 'Decide later' : 'Leave it live'}
      tone="bad"
      not={joint.emergency ? 'confirmed' : 'taken off'}
      act={act}
    >
      <p>
        {joint.emergency ? `${who} took it off alone on ${moment(joint.asked_at)}, because someone could have been harmed.` : `${who} asked for it on ${moment(joint.asked_at)}.`}
      </p>
      {joint.reason !== null && (
        <div className="stack-s">
          <p className="hint">{joint.emergency ? 'Readers see this reason:' : 'Readers will see this reason:'}</p>
          <blockquote>“{joint.reason}”</blockquote>
        </div>
      )}
      <p className="hint">
        {joint.emergency
          ? 'If it was not right, publish it again: that takes its signatures and an approval.'
          : 'With your yes the article is gone at once. Its address will say that it was withdrawn, when and why.'}
      </p>
    </Ask>
  );
}
