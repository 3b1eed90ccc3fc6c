import { Button, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fetchInvitations, inviteToWrite, withdrawInvitation } from '@/api/invitations';
import type { Article, InvitationToWrite, InvitedWriter, PersonRef } from '@/api/shapes';
import { Ask } from '@/components/Dialogs/Ask';
import { CopyLink } from '@/components/Dialogs/CopyLink';
import { toast } from '@/components/Dialogs/toast';
import { Note } from '@/components/Panel/Panel';
import { useMail, useSession } from '@/session';
import { moment } from '@/time';
import { becameOf } from './invited';
import styles from './Writing.module.css';

/** Clinicians in the byline who do not sign in yet: invited to write, and what came of it. */
export function Invitations({ article }: { article: Article }) {
  const client = useQueryClient();
  const { roles } = useSession().account;
  // Who approves does not choose where a clinician's letters go.
  const mayInvite = roles.includes('owner') || !roles.includes('editor');
  const who = article.sections.flatMap((s) => s.contributors.map((p) => p.id)).join();
  const queryKey = ['invitations', article.id, who];
  const all = useQuery({ queryKey, queryFn: () => fetchInvitations(article.id), refetchOnWindowFocus: true });
  const [inviting, setInviting] = useState<{ person: PersonRef; email: string } | null>(null);
  const [leaving, setLeaving] = useState<InvitationToWrite | null>(null);
  const [made, setMade] = useState<InvitedWriter | null>(null);
  if (all.data === undefined || (all.data.items.length === 0 && all.data.can_be_invited.length === 0)) return null;

  const again = () => client.invalidateQueries({ queryKey: ['invitations', article.id] });
  const send = async (person: PersonRef, email: string) => {
    const sent = await inviteToWrite(article.id, person.id, email);
    if (sent.mailed) toast(`${person.byline.name} gets an invitation by mail.`);
    setMade(sent.url === null ? null : sent);
    await again();
  };
  return (
    <section className={styles.part} id="invited" aria-labelledby="h-invited">
      <div className={styles.partHead}>
        <h2 id="h-invited">Invited to write</h2>
      </div>
      <ul className={styles.invited}>
        {all.data.items.map((sent) => (
          <Sent
            key={sent.id}
            sent={sent}
            {...(mayInvite ? { onAgain: () => setInviting({ person: sent.person, email: sent.address.includes('…') ? '' : sent.address }) } : {})}
            onWithdraw={() => setLeaving(sent)}
          />
        ))}
        {all.data.can_be_invited.map((person) => (
          <li key={person.id}>
            <span>
              <b>{person.byline.name}</b> does not sign in here yet. To sign, no account is needed: the proof comes with a link.
            </span>
            <Button size="xs" onClick={() => setInviting({ person, email: '' })}>
              Invite {person.byline.name} to write
            </Button>
          </li>
        ))}
      </ul>
      {made?.url != null && (
        <Note tone="warn" title="No mail went out.">
          <p>
            Copy the link and send it to {made.person.byline.name} your own way. It works once, until {moment(made.expires_at)}.
          </p>
          <CopyLink url={made.url} whose={made.person.byline.name} />
        </Note>
      )}
      <InviteToWrite key={`${inviting?.person.id ?? ''}${inviting?.email ?? ''}`} asked={inviting} onClose={() => setInviting(null)} send={send} />
      <Ask
        opened={leaving !== null}
        onClose={() => setLeaving(null)}
        title={`Take back the invitation to ${leaving?.person.byline.name ?? ''}?`}
        verb="Take it back"
        back="Leave it"
        tone="bad"
        not="taken back"
        act={async () => {
          if (leaving !== null) await withdrawInvitation(article.id, leaving.id);
          await again();
        }}
      >
        <p>The link in the letter opens nothing any more. The name stays above the text.</p>
      </Ask>
    </section>
  );
}

function Sent({ sent, onAgain, onWithdraw }: { sent: InvitationToWrite; onAgain?: () => void; onWithdraw: () => void }) {
  const name = sent.person.byline.name;
  return (
    <li>
      <span>
        <b>{name}</b> · {becameOf(sent).join(' · ')}
      </span>
      {sent.accepted_at === null && (
        <span className={styles.nameActs}>
          {onAgain !== undefined && (
            <button type="button" className="link" onClick={onAgain}>
              Send again<span className="sr">: {name}</span>
            </button>
          )}
          {sent.withdrawn_at === null && (
            <button type="button" className="link bad" onClick={onWithdraw}>
              Take back<span className="sr">: {name}</span>
            </button>
          )}
        </span>
      )}
    </li>
  );
}

interface InviteToWriteProps {
  asked: { person: PersonRef; email: string } | null;
  onClose: () => void;
  send: (person: PersonRef, email: string) => Promise<void>;
}

function InviteToWrite({ asked, onClose, send }: InviteToWriteProps) {
  const mail = useMail();
  const [email, setEmail] = useState(asked?.email ?? '');
  const name = asked?.person.byline.name ?? '';
  return (
    <Ask
      opened={asked !== null}
      onClose={onClose}
      title={`Invite ${name} to write?`}
      verb="Invite"
      not="invited"
      check={() => (email.includes('@') ? null : 'Please write an e-mail address.')}
      act={async () => {
        if (asked !== null) await send(asked.person, email.trim());
      }}
    >
      <p>
        {mail
          ? `${name} gets a letter that names this article, with a link to choose a password. Then ${name} can write here and look at everything in it.`
          : `No mail is set up here: you will see the link, and send it to ${name} your own way.`}
      </p>
      <TextInput label="E-mail address" type="email" autoComplete="off" data-autofocus value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
    </Ask>
  );
}
