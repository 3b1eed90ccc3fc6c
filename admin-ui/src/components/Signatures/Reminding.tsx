import { Checkbox } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { outdated } from '@/api/outdated';
import { remind, setReminders } from '@/api/signing';
import type { PersonRef, Signatures } from '@/api/shapes';
import { toast } from '@/components/Dialogs/toast';
import { explain } from '@/components/Problem/Problem';
import styles from './Signatures.module.css';

/** A letter to one clinician, now. */
export function RemindNow({ article, person }: { article: string; person: PersonRef }) {
  const client = useQueryClient();
  const send = async () => {
    try {
      await remind(article, person.id);
      toast(`${person.byline.name} is reminded by mail.`);
    } catch (error) {
      const { title, body } = explain(error, 'sent');
      toast(`${title} ${body}`.trim(), 'bad');
    }
    await outdated(client, article);
  };
  return (
    <button type="button" className="link small" onClick={() => void send()}>
      Remind now<span className="sr">: {person.byline.name}</span>
    </button>
  );
}

/** Whether those who have not signed are reminded by themselves. */
export function AutomaticReminders({ article, signatures }: { article: string; signatures: Signatures }) {
  const client = useQueryClient();
  const change = async (automatic: boolean) => {
    try {
      await setReminders(article, automatic);
    } catch (error) {
      const { title, body } = explain(error, 'changed');
      toast(`${title} ${body}`.trim(), 'bad');
    }
    await outdated(client, article);
  };
  return (
    <Checkbox
      className={styles.automatic ?? ''}
      label="Remind those who have not signed"
      description="By mail, after three days and after seven, and then no more"
      checked={signatures.automatic_reminders}
      onChange={(event) => void change(event.currentTarget.checked)}
    />
  );
}
