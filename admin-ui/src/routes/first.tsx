import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type SyntheticEvent } from 'react';
import { isProblem } from '@/api/problem';
import { fetchLink, fetchWaysIn, enterByLink, isDeadLink } from '@/api/session';
import { Note } from '@/components/Panel/Panel';
import { ActProblem, Loaded } from '@/components/Problem/Problem';
import { Door } from '@/components/SignIn/Door';
import { useEntered } from '@/components/SignIn/entered';

const route = getRouteApi('/first/$token');

/** The first page of a new site: its owner. */
export function First() {
  const { token } = route.useParams();
  const link = useQuery({ queryKey: ['link', token], queryFn: () => fetchLink(token), staleTime: Infinity });
  if (isDeadLink(link.error)) return <DeadLink />;
  return (
    <Loaded query={link} what="the link">
      {(info) => (info.valid && info.purpose === 'first_run' ? <OwnerForm token={token} /> : <DeadLink />)}
    </Loaded>
  );
}

function DeadLink() {
  const ways = useQuery({ queryKey: ['ways-in'], queryFn: fetchWaysIn });
  return (
    <Door title="This link does not open anything">
      {ways.data?.has_accounts === true ? (
        <>
          <Note tone="warn" title="This site has its first owner already.">
            <p>
              Sign in instead. If you cannot, whoever runs the server can make you a link: <span className="mono">countersign account link EMAIL</span>
            </p>
          </Note>
          <Button variant="filled" fullWidth renderRoot={(props) => <Link {...props} to="/" />}>
            Sign in
          </Button>
        </>
      ) : (
        <Note tone="warn" title="The link may be cut, or older than the newest one.">
          <p>Each start of the server prints a new one, and the ones before stop working. Restart the server and open the link that it prints then.</p>
        </Note>
      )}
    </Door>
  );
}

function OwnerForm({ token }: { token: string }) {
  const entered = useEntered();
  const [owner, setOwner] = useState({ name: '', letters: '', email: '', password: '' });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const set = (key: keyof typeof owner) => (event: { currentTarget: HTMLInputElement }) =>
    setOwner({ ...owner, [key]: event.currentTarget.value });
  const fault = (field: string) => (isProblem(error) ? error.errors.find((e) => e.field === field)?.detail : undefined);
  const begin = async (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      const { letters, ...rest } = owner;
      entered(await enterByLink(token, letters.trim() === '' ? rest : { ...rest, letters }));
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  };
  return (
    <Door title="Begin">
      <p>You are the first. Two people sign every text: after this, invite the second one.</p>
      <form className="stack" onSubmit={(event) => void begin(event)}>
        {error !== null && !(isProblem(error) && error.errors.length > 0) && <ActProblem error={error} not="begun" />}
        <TextInput label="Your name" autoComplete="name" required withAsterisk={false} value={owner.name} onChange={set('name')} error={fault('name')} />
        <TextInput
          label="Letters after it"
          description="If you are a clinician: MA, LPC. Otherwise leave it empty."
          value={owner.letters}
          onChange={set('letters')}
          error={fault('letters')}
        />
        <TextInput label="E-mail address" type="email" autoComplete="username" required withAsterisk={false} value={owner.email} onChange={set('email')} error={fault('email')} />
        <PasswordInput
          label="Password"
          description="A few words in a row are easy to keep and hard to guess."
          autoComplete="new-password"
          required
          withAsterisk={false}
          value={owner.password}
          onChange={set('password')}
          error={fault('password')}
          visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
        />
        <Button type="submit" variant="filled" fullWidth loading={busy}>
          Begin
        </Button>
      </form>
    </Door>
  );
}
