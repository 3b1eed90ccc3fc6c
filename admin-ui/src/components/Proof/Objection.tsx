import { Button, Checkbox, Textarea } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import type { ProofDoor } from '@/api/signing';
import { ActProblem } from '@/components/Problem/Problem';
import { Plain } from './Plain';

interface ObjectionProps {
  door: ProofDoor;
  onBack: () => void;
  onSent: () => void;
}

/** "Something is wrong": in the clinician's own words. */
export function Objection({ door, onBack, onSent }: ObjectionProps) {
  const [message, setMessage] = useState('');
  const [never, setNever] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [isLacking, setLacking] = useState(false);
  const send = async (event: SyntheticEvent) => {
    event.preventDefault();
    setLacking(message.trim() === '' && !never);
    if (message.trim() === '' && !never) return;
    setBusy(true);
    setError(null);
    try {
      await door.object({ message: message.trim(), never });
      onSent();
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  };
  return (
    <Plain tab="What is wrong?">
      <h1>What is wrong?</h1>
      <form className="stack" onSubmit={(event) => void send(event)}>
        {error !== null && <ActProblem error={error} not="sent" />}
        <Textarea
          label="Tell the editors in your own words"
          description="Nothing is signed. The text stops until they have answered you."
          autosize
          minRows={4}
          data-autofocus
          value={message}
          error={isLacking ? 'Please write a few words.' : undefined}
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
        <Checkbox
          label="I do not want this published under my name at all"
          checked={never}
          onChange={(event) => setNever(event.currentTarget.checked)}
        />
        <div className="ends">
          <Button type="submit" variant="filled" loading={busy}>
            Send to the editors
          </Button>
          <Button onClick={onBack}>Back to the article</Button>
        </div>
      </form>
    </Plain>
  );
}
