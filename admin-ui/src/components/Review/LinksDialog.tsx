import { Button, Modal } from '@mantine/core';
import type { ProofLink } from '@/api/shapes';
import { CopyLink } from '@/components/Dialogs/CopyLink';
import { Note } from '@/components/Panel/Panel';
import { useMail } from '@/session';
import styles from './Review.module.css';

/** Where mail does not reach: each clinician's own link, to send in another way. */
export function LinksDialog({ links, onClose }: { links: ProofLink[] | null; onClose: () => void }) {
  const mail = useMail();
  return (
    <Modal opened={links !== null} onClose={onClose} title="The proof is out">
      <div className="stack">
        <Note tone="warn" title={mail ? 'Not everybody was reached by mail.' : 'No mail is set up here, so none went out.'}>
          <p>Copy each link and send it your own way. A link signs for one person: give it to nobody else.</p>
        </Note>
        <ul className={styles.links}>
          {(links ?? []).map((link) => (
            <li key={link.person.id}>
              <strong>{link.person.byline.text}</strong>
              {link.url === null ? <span className="muted">{link.mailed ? 'sent by mail' : 'no link'}</span> : <CopyLink url={link.url} whose={link.person.byline.name} />}
            </li>
          ))}
        </ul>
        <p className="hint">These links are shown only now. Sending the proof again makes new ones.</p>
        <div className="ends">
          <Button onClick={onClose}>Close</Button>
        </div>
      </div>
    </Modal>
  );
}
