import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { isProblem } from '@/api/problem';
import { fetchWaysIn, requestLink, signIn } from '@/api/session';
import type { Session } from '@/api/shapes';
import { Note } from '@/components/Panel/Panel';
import { explain } from '@/components/Problem/Problem';
import { sessionKey } from '@/session';
import styles from './SignIn.module.css';

interface SignInFormProps {
  /** Whose session ended, when that is known. */
  email?: string;
  onDone?: (session: Session) => void;
}

/** E-mail and password, or a link by mail where the site sends any. */
export function SignInForm({ email: known = '', onDone }: SignInFormProps) {
  const client = useQueryClient();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [isSent, setSent] = useState(false);
  const [lacksEmail, setLacksEmail] = useState(false);
  const { data: ways } = useQuery({ queryKey: ['ways-in'], queryFn: fetchWaysIn });

  const enter = async (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      const session = await signIn(email, password);
      client.setQueryData(sessionKey, session);
      onDone?.(session);
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  const askForLink = async (purpose: 'sign_in' | 'reset') => {
    setLacksEmail(email.trim() === '');
    if (email.trim() === '') return;
    setError(null);
    try {
      await requestLink(email, purpose);
      setSent(true);
    } catch (caught) {
      setError(caught);
    }
  };

  if (isSent) {
    return (
      <Note title="Look into your mail." alert>
        <p>If {email} has an account here, a link is on its way. It works once, and only for a short while.</p>
        <p>Nothing there after some minutes? Ask the editors: they can give you a link.</p>
        <p>
          <button type="button" className="link" onClick={() => setSent(false)}>
            Back
          </button>
        </p>
      </Note>
    );
  }
  if (ways?.has_accounts === false) return <NobodyYet />;
  return (
    <form className="stack" onSubmit={(event) => void enter(event)}>
      {error !== null && <SignInProblem error={error} {...(ways?.mail === true ? { onLink: () => void askForLink('sign_in') } : {})} />}
      <TextInput
        label="E-mail address"
        type="email"
        name="email"
        autoComplete="username"
        required
        withAsterisk={false}
        value={email}
        error={lacksEmail ? 'Please write your e-mail address first.' : undefined}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label="Password"
        name="password"
        {...(known === '' ? {} : { 'data-autofocus': true })}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
      />
      <Button type="submit" variant="filled" fullWidth loading={busy}>
        Sign in
      </Button>
      {ways?.mail === true && (
        <>
          <p className={styles.or}>or</p>
          <Button fullWidth onClick={() => void askForLink('sign_in')}>
            Send me a link
          </Button>
          <p>
            <button type="button" className="link" onClick={() => void askForLink('reset')}>
              Choose a new password by mail
            </button>
          </p>
        </>
      )}
      {ways?.mail === false && (
        <p className="hint">Forgot your password? This site sends no mail. An owner, or whoever runs the server, can give you a link that signs you in.</p>
      )}
    </form>
  );
}

/** A new site: only the link that the server prints leads in. */
function NobodyYet() {
  return (
    <Note title="Nobody has an account here yet.">
      <p>
        The first owner begins with a link. The server prints it when it starts, in the terminal or the log: it ends in <span className="mono nowrap">/admin/first/…</span>
      </p>
      <p>Cannot find it? Restart the server, and it prints a new one.</p>
    </Note>
  );
}

function SignInProblem({ error, onLink }: { error: unknown; onLink?: () => void }) {
  if (isProblem(error, 'wrong_credentials')) {
    return (
      <Note
        tone="bad"
        alert
        title="Wrong e-mail address or password."
        actions={
          onLink !== undefined && (
            <Button size="xs" onClick={onLink}>
              Send me a link
            </Button>
          )
        }
      >
        {onLink !== undefined && <p>A link by mail needs no password.</p>}
      </Note>
    );
  }
  const { tone, title, body } = explain(error, 'signed in');
  return (
    <Note tone={tone} alert title={title}>
      <p>{isProblem(error) ? body : 'Please try again in a moment.'}</p>
    </Note>
  );
}
