import { Button, Modal, Radio, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { invite } from '@/api/accounts';
import type { Invited, Role } from '@/api/shapes';
import { BylineField, bylineFault, useTypedByline } from '@/components/Byline/BylineField';
import { Ask } from '@/components/Dialogs/Ask';
import { CopyLink } from '@/components/Dialogs/CopyLink';
import { Note } from '@/components/Panel/Panel';
import { useMail } from '@/session';
import { moment } from '@/time';

interface InviteDialogProps {
  opened: boolean;
  onClose: () => void;
  /** Somebody who has a byline already and no account yet. */
  person?: { id: string; typed: string } | undefined;
}

/** Without mail somebody has to hand the link over; said before there is one. */
function SeenLink() {
  return (
    <Note title="You will see the link.">
      <p>
        No mail is set up here, so you copy the link and send it your own way. Whoever copies a link counts as the person who signs in by it: you
        cannot approve what is signed then.
      </p>
      <p>
        To stay free to approve, have whoever runs the server add the account instead: <span className="mono nowrap">countersign account add</span>.
        After an invitation, a link from <span className="mono nowrap">countersign account link</span> and a new password put it right.
      </p>
    </Note>
  );
}

/** Name and letters as they are printed, an address, and what the person may do. */
export function InviteDialog({ opened, onClose, person }: InviteDialogProps) {
  const client = useQueryClient();
  const mail = useMail();
  const byline = useTypedByline(person?.typed);
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('author');
  const [sent, setSent] = useState<Invited | null>(null);
  const { typed, parsed } = byline;
  const check = () => bylineFault(byline) ?? (email.includes('@') ? null : 'Please write an e-mail address.');
  const act = async () => {
    const [name = '', ...letters] = typed.split(',').map((part) => part.trim()).filter((part) => part !== '');
    const invited = await invite({
      email: email.trim(),
      name: parsed?.name ?? name,
      ...(letters.length === 0 ? {} : { letters: letters.join(', ') }),
      ...(person === undefined ? {} : { person_id: person.id }),
      roles: [role],
    });
    await client.invalidateQueries({ queryKey: ['people'] });
    if (person !== undefined) await client.invalidateQueries({ queryKey: ['person', person.id] });
    setSent(invited);
    byline.type('');
    setEmail('');
  };
  return (
    <>
      <Ask opened={opened} onClose={onClose} title={person === undefined ? 'Invite a clinician' : `Invite ${person.typed}`} verb="Invite" not="invited" act={act} check={check}>
        {person === undefined && <BylineField byline={byline} />}
        <TextInput label="E-mail address" type="email" autoComplete="off" value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
        <Radio.Group label="May" value={role} onChange={(value) => setRole(value)}>
          <div className="stack-s" style={{ marginTop: 4 }}>
            <Radio value="author" label="Write and sign own articles" />
            <Radio value="editor" label="Edit, approve and publish too" />
          </div>
        </Radio.Group>
        {!mail && <SeenLink />}
      </Ask>
      <Modal opened={sent !== null} onClose={() => setSent(null)} title="Invited">
        {sent !== null && (
          <div className="stack">
            {sent.mailed ? (
              <p>{sent.account.email} gets a link by mail.</p>
            ) : (
              <Note tone="warn" title="No mail went out.">
                <p>Copy the link and send it your own way. It works once, until {moment(sent.link.expires_at)}.</p>
                <p>
                  If you copy it, you cannot be the second person for what is signed with it. A link from{' '}
                  <span className="mono nowrap">countersign account link</span> and a new password put that right.
                </p>
              </Note>
            )}
            {sent.link.url !== null && <CopyLink url={sent.link.url} whose={sent.account.person.byline.name} />}
            <div className="ends">
              <Button onClick={() => setSent(null)}>Close</Button>
            </div>
          </div>
        )}
      </Modal>
    </>
  );
}
