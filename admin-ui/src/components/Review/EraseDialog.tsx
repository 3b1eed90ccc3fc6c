import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { erase } from '@/api/signing';
import { Ask } from '@/components/Dialogs/Ask';
import { toast } from '@/components/Dialogs/toast';
import { Note } from '@/components/Panel/Panel';
import { moment } from '@/time';
import { titleOf } from '@/words';
import type { JointDialogProps, ReviewDialogProps } from './dialog';

function ForGood({ isLive }: { isLive: boolean }) {
  return (
    <Note tone="bad" title="Nobody can bring it back.">
      <p>
        Every version of the text is blanked, and its addresses stop working.{isLive && ' Readers lose it at once.'} What stays is that it existed, who
        signed what and when, without a word of it.
      </p>
    </Note>
  );
}

/** Asks to blank every word; a second person has to agree. */
export function EraseDialog({ opened, article, onClose, onDone }: ReviewDialogProps) {
  const [reason, setReason] = useState('');
  const [isUnderstood, setUnderstood] = useState(false);
  const act = async () => {
    try {
      await erase(article.id, { reason: reason.trim() });
      toast('A second person is asked. Until then nothing is erased.', 'warn');
    } finally {
      await onDone();
    }
  };
  const check = () => {
    if (reason.trim() === '') return 'Please write why.';
    return isUnderstood ? null : 'Please tick that you understand it.';
  };
  return (
    <Ask
      opened={opened}
      onClose={onClose}
      title={`Erase every word of “${titleOf(article.head)}”?`}
      verb="Ask for the second person"
      back="Keep it"
      tone="bad"
      not="asked for"
      act={act}
      check={check}
    >
      <ForGood isLive={article.public.state !== 'unpublished' && article.public.state !== 'withdrawn'} />
      <p>To take it off the site and keep the text, choose “Take off the site” instead.</p>
      <Textarea
        label="Why?"
        description="The second person reads it. It stays on the record and is not printed."
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Checkbox label="I understand that nothing brings it back" checked={isUnderstood} onChange={(event) => setUnderstood(event.currentTarget.checked)} />
    </Ask>
  );
}

/** The second person's yes: done at once and for good. */
export function JoinErasureDialog({ opened, article, joint, onClose, onDone }: JointDialogProps) {
  const [isUnderstood, setUnderstood] = useState(false);
  const act = async () => {
    try {
      await erase(article.id, { confirm: joint.id });
      toast('Erased.', 'warn');
    } finally {
      await onDone();
    }
  };
  return (
    <Ask
      opened={opened}
      onClose={onClose}
      title={`Erase “${titleOf(article.head)}” for good?`}
      verb="Erase for good"
      back="Keep it"
      tone="bad"
      not="erased"
      act={act}
      check={() => (isUnderstood ? null : 'Please tick that you understand it.')}
    >
      <p>
        {joint.asked_by.byline.name} asked for it on {moment(joint.asked_at)}.
      </p>
      {joint.reason !== null && <blockquote>“{joint.reason}”</blockquote>}
      <ForGood isLive={article.public.state !== 'unpublished' && article.public.state !== 'withdrawn'} />
      <Checkbox label="I understand that nothing brings it back" checked={isUnderstood} onChange={(event) => setUnderstood(event.currentTarget.checked)} />
    </Ask>
  );
}
