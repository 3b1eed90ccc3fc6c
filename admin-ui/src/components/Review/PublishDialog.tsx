import { publish } from '@/api/signing';
import { Ask } from '@/components/Dialogs/Ask';
import { toast } from '@/components/Dialogs/toast';
import { printed } from '@/components/Signatures/fingerprint';
import { clock } from '@/time';
import { useMail } from '@/session';
import { list, told } from '@/words';
import type { ReviewDialogProps } from './dialog';

export function PublishDialog({ opened, article, released, onClose, onDone }: ReviewDialogProps) {
  const mail = useMail();
  if (released === null) return null;
  const { proof, signatures } = released;
  const wanted = signatures.sections.flatMap((s) => s.contributors);
  const signed = wanted.filter((c) => c.signed_at !== null).length;
  const authors = [...new Map(wanted.map((c) => [c.person.id, c.person] as const)).values()];
  const approvers = [...new Set(signatures.approvals.map((a) => a.person.byline.name))];
  const topics = article.head.topics.map((t) => t.label);
  const texts = proof.disclaimers.map((d) => `“${d.title}” version ${d.version}`);
  const act = async () => {
    try {
      const { url } = await publish(article.id, proof.digest);
      toast(`Published ${clock(new Date().toISOString())}. Live at ${url}`, 'plain', { label: 'Open', run: () => window.location.assign(url) });
    } finally {
      await onDone();
    }
  };
  return (
    <Ask opened={opened} onClose={onClose} title="Publish now?" verb="Publish" not="published" act={act}>
      <p>
        {signed} of {wanted.length} {wanted.length === 1 ? 'has' : 'have'} signed, {list(approvers)} approved:{' '}
        <span className="mono nowrap">{printed(proof.fingerprint)}</span>.{texts.length > 0 && ` With it ${texts.length === 1 ? 'goes' : 'go'} ${list(texts)}.`}
      </p>
      <p>
        {topics.length > 0 ? (
          <>
            Readers find it under <strong>{list(topics)}</strong> within a second.
          </>
        ) : (
          'It has no topic: readers find it by search alone.'
        )}{' '}
        {told(authors, mail)}
      </p>
    </Ask>
  );
}
