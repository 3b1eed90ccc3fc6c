import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { decline, requestChanges } from '@/api/signing';
import type { Article } from '@/api/shapes';
import { Ask } from '@/components/Dialogs/Ask';
import { toast } from '@/components/Dialogs/toast';
import { useMail } from '@/session';
import { declineReasons, names, titleOf, told } from '@/words';
import type { ReviewDialogProps } from './dialog';

const authors = (article: Article): string => names(uniqueContributors(article)) || 'the author';

function uniqueContributors(article: Article) {
  return [...new Map(article.sections.flatMap((s) => s.contributors.map((p) => [p.id, p] as const))).values()];
}

export function AskForChangesDialog({ opened, article, onClose, onDone }: ReviewDialogProps) {
  const mail = useMail();
  const [message, setMessage] = useState('');
  const isOut = article.candidate?.digest != null;
  const act = async () => {
    try {
      await requestChanges(article.id, { reason: 'Changes asked for', message: message.trim() });
      toast(`Asked. ${told(uniqueContributors(article), mail)}`);
    } finally {
      await onDone();
    }
  };
  return (
    <Ask
      opened={opened}
      onClose={onClose}
      title="Ask for changes"
      verb="Ask for changes"
      not="asked for"
      act={act}
      check={() => (message.trim() === '' ? 'Please say what should change.' : null)}
    >
      {isOut && <p>The proof is called back. Signatures on answers that stay the same still count.</p>}
      <Textarea
        label="What should change?"
        description={`${authors(article)} will read this sentence first. Say what and why.`}
        autosize
        minRows={3}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      {!mail && <p className="hint">{told(uniqueContributors(article), mail)}</p>}
    </Ask>
  );
}

export function DeclineDialog({ opened, article, onClose, onDone }: ReviewDialogProps) {
  const mail = useMail();
  const [reason, setReason] = useState<string | null>(null);
  const [message, setMessage] = useState('');
  const act = async () => {
    try {
      await decline(article.id, { reason: reason ?? '', message: message.trim() });
      toast(`Declined. ${told(uniqueContributors(article), mail)}`, 'warn');
    } finally {
      await onDone();
    }
  };
  const check = () => (reason === null ? 'Please choose a reason.' : message.trim() === '' ? 'Please write a few words to the author.' : null);
  return (
    <Ask
      opened={opened}
      onClose={onClose}
      title={`Decline “${titleOf(article.head)}”?`}
      verb="Decline"
      back="Keep it"
      tone="bad"
      not="declined"
      act={act}
      check={check}
    >
      <Select label="Why?" placeholder="Choose a reason" data={declineReasons} value={reason} onChange={setReason} />
      <Textarea
        label={`Your words to ${authors(article)}`}
        autosize
        minRows={3}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      <p className="hint">
        The text stays with its author, who may submit it again. {!mail && told(uniqueContributors(article), mail)}
      </p>
    </Ask>
  );
}
