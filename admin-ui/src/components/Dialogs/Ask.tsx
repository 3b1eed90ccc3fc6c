import { Button, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { ActProblem } from '@/components/Problem/Problem';
import { PHONE } from '@/theme';

interface AskProps {
  opened: boolean;
  onClose: () => void;
  /** The title asks; the button repeats the verb. */
  title: string;
  verb: string;
  /** The way back stands at the other end. */
  back?: string;
  tone?: 'go' | 'bad';
  /** "published", "declined": for the sentence when it was not. */
  not: string;
  act: () => Promise<unknown>;
  /** Asked before acting; a sentence keeps the dialog open. */
  check?: () => string | null;
  children: ReactNode;
}

/** Before you do it: a question, what it means, the verb, the way back. */
export function Ask({ opened, onClose, title, verb, back = 'Back', tone = 'go', not, act, check, children }: AskProps) {
  const isPhone = useMediaQuery(PHONE);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [missing, setMissing] = useState<string | null>(null);

  const close = () => {
    setError(null);
    setMissing(null);
    onClose();
  };
  const go = async () => {
    const lack = check?.() ?? null;
    setMissing(lack);
    if (lack !== null) return;
    setBusy(true);
    setError(null);
    try {
      await act();
      close();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal opened={opened} onClose={close} title={title} fullScreen={isPhone}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        {children}
        {missing !== null && (
          <p role="alert" className="bad">
            <strong>{missing}</strong>
          </p>
        )}
        {error !== null && <ActProblem error={error} not={not} />}
        <div className="ends">
          <Button type="submit" variant="filled" color={tone === 'bad' ? 'brick' : 'teal'} loading={busy}>
            {verb}
          </Button>
          <Button onClick={close}>{back}</Button>
        </div>
      </form>
    </Modal>
  );
}
