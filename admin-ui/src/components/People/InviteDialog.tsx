import { Button, Modal, Radio, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { invite } from '@/api/accounts';
import type { Invited, Role } from '@/api/shapes';
import { BylinePreview } from '@/components/Byline/BylinePreview';
import { useParsed } from '@/components/Byline/useParsed';
import { Ask } from '@/components/Dialogs/Ask';
import { CopyLink } from '@/components/Dialogs/CopyLink';
import { Note } from '@/components/Panel/Panel';
import { moment } from '@/time';

interface InviteDialogProps {
  opened: boolean;
  onClose: () => void;
  /** Somebody who has a byline already and no account yet. */
  person?: { id: string; typed: string } | undefined;
}

/** Name and letters as they are printed, an address, and what the person may do. */
export function InviteDialog({ opened, onClose, person }: InviteDialogProps) {
  const client = useQueryClient();
  const [typed, setTyped] = useState(person?.typed ?? '');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('author');
  const [sent, setSent] = useState<Invited | null>(null);
  const parsed = useParsed(typed);
  const check = () =>
    typed.trim() === '' ? 'Please write the name first.' : !email.includes('@') ? 'Please write an e-mail address.' : parsed?.practice === true ? 'Please write the name of a person.' : null;
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
    setTyped('');
    setEmail('');
  };
  return (
    <>
      <Ask opened={opened} onClose={onClose} title={person === undefined ? 'Invite a clinician' : `Invite ${person.typed}`} verb="Invite" not="invited" act={act} check={check}>
        {person === undefined && (
          <>
            <TextInput
              label="Name and letters"
              description="As they are printed: Jo Example, MA, LPC"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <BylinePreview parsed={parsed} />
          </>
        )}
        <TextInput label="E-mail address" type="email" autoComplete="off" value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
        <Radio.Group label="May" value={role} onChange={(value) => setRole(value)}>
          <div className="stack-s" style={{ marginTop: 4 }}>
            <Radio value="author" label="Write and sign own articles" />
            <Radio value="editor" label="Edit, approve and publish too" />
          </div>
        </Radio.Group>
      </Ask>
      <Modal opened={sent !== null} onClose={() => setSent(null)} title="Invited">
        {sent !== null && (
          <div className="stack">
            {sent.mailed ? (
              <p>{sent.account.email} gets a link by mail.</p>
            ) : (
              <Note tone="warn" title="No mail went out.">
                <p>Copy the link and send it your own way. It works once, until {moment(sent.link.expires_at)}.</p>
                <p>You have seen it, so you cannot be the second person for what is signed with it.</p>
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
