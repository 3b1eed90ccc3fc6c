import { Button } from '@mantine/core';
import { toast } from '@/components/Dialogs/toast';
import { Note } from '@/components/Panel/Panel';
import type { PartPresence } from './usePresence';
import styles from './Writing.module.css';

interface PresenceNoteProps {
  presence: PartPresence;
  /** "this answer", "this text", "the title and the summary" */
  what: string;
  /** Saves what is typed before somebody else writes on; false where not every word could be. */
  onHandOver: () => Promise<boolean>;
}

/** Who else writes here, what that means, and what can be done: said to each of the two in their own words. */
export function PresenceNote({ presence, what, onHandOver }: PresenceNoteProps) {
  const { other, asked, asking, wasMine, say } = presence;
  const handOver = async () => {
    if (await onHandOver()) await say('hand_over');
    else toast('Not handed over: your last words are not saved yet. Please try again in a moment.', 'warn');
  };
  return (
    <div role="status" className={styles.presence}>
      {other !== null && (
        <Note
          title={wasMine ? `${other.person.byline.name} has taken over ${what}.` : `${other.person.byline.name} is editing ${what}.`}
          actions={
            <>
              {asking !== 'waiting' && (
                <Button size="xs" onClick={() => void say('ask')}>
                  {asking === 'no' ? 'Ask to edit' : 'Ask again'}
                </Button>
              )}
              <Button size="xs" onClick={() => void say('take')}>
                Edit anyway
              </Button>
            </>
          }
        >
          <p>{told(presence, other.person.byline.name)}</p>
        </Note>
      )}
      {asked !== null && (
        <Note
          tone="warn"
          title={`${asked.byline.name} asks to edit ${what}.`}
          actions={
            <>
              <Button size="xs" onClick={() => void handOver()}>
                Hand over
              </Button>
              <Button size="xs" onClick={() => void say('not_yet')}>
                Not yet
              </Button>
            </>
          }
        >
          <p>Your words are saved before you hand over. Until then you go on as before.</p>
        </Note>
      )}
    </div>
  );
}

function told({ asking, wasMine }: PartPresence, name: string): string {
  if (asking === 'waiting') return `${name} was asked. You can read along until you have an answer.`;
  if (asking === 'not_yet') return `${name} says: not yet. You can read along.`;
  if (wasMine) return 'What you typed is saved, or kept on this device. You can read along; take over when you are ready.';
  return 'You can read along; take over when you are ready.';
}
