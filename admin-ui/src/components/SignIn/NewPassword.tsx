import { Button, PasswordInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { isProblem } from '@/api/problem';
import { ActProblem } from '@/components/Problem/Problem';

interface NewPasswordProps {
  email: string | undefined;
  verb: string;
  onChosen: (password: string) => Promise<void>;
}

/** One field that can be read, instead of two that cannot. */
export function NewPassword({ email, verb, onChosen }: NewPasswordProps) {
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const choose = async (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await onChosen(password);
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  const fieldError = isProblem(error) ? error.errors.find((e) => e.field === 'password')?.detail : undefined;
  return (
    <form className="stack" onSubmit={(event) => void choose(event)}>
      {error !== null && fieldError === undefined && <ActProblem error={error} not="changed" />}
      <input type="hidden" name="email" autoComplete="username" value={email ?? ''} readOnly />
      <PasswordInput
        label="New password"
        description="A few words in a row are easy to keep and hard to guess."
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={password}
        error={fieldError}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
      />
      <Button type="submit" variant="filled" fullWidth loading={busy}>
        {verb}
      </Button>
    </form>
  );
}
