import { Radio } from '@mantine/core';
import { useState } from 'react';
import { joinAmendment, proposeAmendment } from '@/api/signing';
import type { AmendmentClass, Article } from '@/api/shapes';
import { Ask } from '@/components/Dialogs/Ask';
import { toast } from '@/components/Dialogs/toast';
import { printed } from '@/components/Signatures/fingerprint';
import { moment } from '@/time';
import { useMail } from '@/session';
import { names, titleOf, told } from '@/words';
import type { JointDialogProps, ReviewDialogProps } from './dialog';
import { amendmentClasses, classWords } from './jointAct';

const READERS_SEE = 'Readers see: “Amended by the editors; the author has not reviewed this change.”';

const peopleOf = (article: Article) => [...new Map(article.sections.flatMap((s) => s.contributors.map((p) => [p.id, p] as const))).values()];

/** A change of a live text whose author cannot be asked: the first of two signatures. */
export function AmendDialog({ opened, article, onClose, onDone }: ReviewDialogProps) {
  const [chosen, setChosen] = useState<AmendmentClass | null>(null);
  const mail = useMail();
  const people = peopleOf(article);
  const authors = names(people) || 'Its author';
  const act = async () => {
    if (chosen === null) return;
    try {
      await proposeAmendment(article.id, chosen);
      toast('You have signed the change. A second editor is needed before readers see it.');
    } finally {
      await onDone();
    }
  };
  return (
    <Ask
      opened={opened}
      onClose={onClose}
      title={`Amend “${titleOf(article.head)}” without its author?`}
      verb="Sign the change"
      not="signed"
      act={act}
      check={() => (chosen === null ? 'Please choose what kind of change it is.' : null)}
    >
      <p>
        Only when the author cannot be asked: no answer, gone, or dead. Otherwise send a proof. You sign the text as it stands now; a second editor signs
        the same text, and that publishes it.
      </p>
      <Radio.Group label="What kind of change is it?" value={chosen} onChange={(value) => setChosen(value)}>
        <div className="stack-s">
          {amendmentClasses.map((one) => (
            <Radio key={one.value} value={one.value} label={one.label} description={one.means} />
          ))}
        </div>
      </Radio.Group>
      <p className="hint">
        {READERS_SEE} {told(people, mail)} {authors} may object, or ask for it to be taken off the site.
      </p>
    </Ask>
  );
}

/** The second signature on an amendment: it names the text on the screen, and publishes it. */
export function JoinAmendmentDialog({ opened, article, released, joint, onClose, onDone }: JointDialogProps) {
  const mail = useMail();
  const act = async () => {
    try {
      await joinAmendment(article.id, released?.proof.digest ?? joint.digest ?? '');
      toast('The amended text is live.');
    } finally {
      await onDone();
    }
  };
  return (
    <Ask opened={opened} onClose={onClose} title="Sign this amendment?" verb="Sign and publish" not="signed" act={act}>
      <p>
        {joint.asked_by.byline.name} signed it on {moment(joint.asked_at)}. {joint.class !== null && `Kind of change: “${classWords(joint.class)}”.`}{' '}
        You answer for the whole text as it stands here{released !== null && `, fingerprint ${printed(released.proof.fingerprint)}`}. Read what changed first.
      </p>
      <p className="hint">{READERS_SEE} It goes out at once. {told(peopleOf(article), mail)}</p>
    </Ask>
  );
}
