import { sendProof } from '@/api/signing';
import type { ProofSent } from '@/api/shapes';
import { Ask } from '@/components/Dialogs/Ask';
import { toast } from '@/components/Dialogs/toast';
import { count, list } from '@/words';
import { useMail } from '@/session';
import type { ReviewDialogProps } from './dialog';

interface SendProofDialogProps extends ReviewDialogProps {
  onSent: (sent: ProofSent) => void;
}

export function SendProofDialog({ opened, article, onClose, onDone, onSent }: SendProofDialogProps) {
  const people = [...new Set(article.sections.flatMap((s) => s.contributors.map((p) => p.byline.name)))];
  const one = people.length === 1;
  const mail = useMail();
  const act = async () => {
    try {
      const sent = await sendProof(article.id);
      if ([...sent.links, ...sent.to_look_at].every((link) => link.mailed)) toast(`Proof sent to ${count(people.length, 'clinician')}.`);
      else onSent(sent);
    } finally {
      await onDone();
    }
  };
  return (
    <Ask opened={opened} onClose={onClose} title={`Send the proof to ${count(people.length, 'clinician')}?`} verb="Send proof" not="sent" act={act}>
      <p>
        The text stands still from now on. {list(people)} {one ? 'gets' : 'each get'} a link that signs without a password, and {one ? 'sees' : 'see'}{' '}
        what changed since the last look.
        {!mail && ' No mail is set up here: you copy each link and send it your own way.'}
      </p>
      <p className="hint">Any later change calls the proof back; only those whose answer changed sign again.</p>
    </Ask>
  );
}
