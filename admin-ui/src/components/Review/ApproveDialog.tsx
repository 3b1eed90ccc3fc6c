import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { approve } from '@/api/signing';
import { Ask } from '@/components/Dialogs/Ask';
import { toast } from '@/components/Dialogs/toast';
import { printed } from '@/components/Signatures/fingerprint';
import { useMe } from '@/session';
import { count, names } from '@/words';
import type { ReviewDialogProps } from './dialog';

/** The approval names the fingerprint of the text that stands on the screen; another text is refused. */
export function ApproveDialog({ opened, article, released, onClose, onDone }: ReviewDialogProps) {
  const me = useMe();
  const [clinical, setClinical] = useState(false);
  if (released === null) return null;
  const { proof, signatures } = released;
  const waiting = signatures.missing.flatMap((m) => (m.person === null ? [] : [m.person]));
  const act = async () => {
    try {
      await approve(article.id, proof.digest, clinical ? ['editorial', 'clinical'] : ['editorial']);
      toast(waiting.length === 0 ? 'Approved.' : `Approved. ${count(waiting.length, 'signature is', 'signatures are')} still missing.`);
    } finally {
      await onDone();
    }
  };
  return (
    <Ask opened={opened} onClose={onClose} title="Approve this text?" verb="Approve" not="approved" act={act}>
      <p>
        You answer for the text as it stands: <span className="mono nowrap">{printed(proof.fingerprint)}</span>. If any word changes, your approval ends and
        you are asked again.
      </p>
      {waiting.length > 0 && (
        <p>
          It is not published yet: {names(waiting)} {waiting.length === 1 ? 'has' : 'have'} still to sign. Answers to the five questions are part of the
          text: when one is given, you are asked again. To be asked once, approve last.
        </p>
      )}
      {me.byline.letters.length > 0 && (
        <Checkbox
          label="Also as a clinician: I have read it for what it advises"
          checked={clinical}
          onChange={(event) => setClinical(event.currentTarget.checked)}
        />
      )}
    </Ask>
  );
}
