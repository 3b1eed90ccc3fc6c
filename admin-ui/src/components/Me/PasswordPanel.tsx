import { Button, PasswordInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { isProblem } from '@/api/problem';
import { changePassword } from '@/api/session';
import { toast } from '@/components/Dialogs/toast';
import { Panel } from '@/components/Panel/Panel';
import { ActProblem } from '@/components/Problem/Problem';
import { useSession } from '@/session';

export function PasswordPanel() {
  const { account } = useSession();
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const fault = (field: string) => (isProblem(error) ? error.errors.find((e) => e.field === field)?.detail : undefined);
  const change = async (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await changePassword(current, fresh);
      setCurrent('');
      setFresh('');
      toast('Your password is changed.');
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  const eye = { 'aria-label': 'Show the password', tabIndex: 0 };
  return (
    <Panel title="Password" pad>
      <form className="stack" onSubmit={(event) => void change(event)} style={{ maxWidth: 420 }}>
        <PasswordInput
          label="Present password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={current}
          error={fault('current')}
          visibilityToggleButtonProps={eye}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput
          label="New password"
          description="A few words in a row are easy to keep and hard to guess."
          autoComplete="new-password"
          required
          withAsterisk={false}
          value={fresh}
          error={fault('new') ?? fault('password')}
          visibilityToggleButtonProps={eye}
          onChange={(event) => setFresh(event.currentTarget.value)}
        />
        {error !== null && !(isProblem(error) && error.errors.length > 0) && <ActProblem error={error} not="changed" />}
        <input type="hidden" autoComplete="username" value={account.email} readOnly />
        <div>
          <Button type="submit" loading={busy}>
            Change the password
          </Button>
        </div>
      </form>
    </Panel>
  );
}
