import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { fetchLink, enterByLink, isDeadLink } from '@/api/session';
import type { LinkInfo, LinkUse } from '@/api/shapes';
import { ActProblem, Loaded } from '@/components/Problem/Problem';
import { Door } from '@/components/SignIn/Door';
import { NewPassword } from '@/components/SignIn/NewPassword';
import { useEntered } from '@/components/SignIn/entered';

const route = getRouteApi('/in/$token');

/** A link from a mail: sign in, accept an invitation, or choose a new password. */
export function InByLink() {
  const { token } = route.useParams();
  const link = useQuery({ queryKey: ['link', token], queryFn: () => fetchLink(token), staleTime: Infinity });
  if (isDeadLink(link.error)) return <DeadLink />;
  return (
    <Loaded query={link} what="the link">
      {(info) => (info.valid ? <LinkDoor token={token} info={info} /> : <DeadLink />)}
    </Loaded>
  );
}

function LinkDoor({ token, info }: { token: string; info: LinkInfo }) {
  const entered = useEntered();
  const use = async (how: LinkUse) => entered(await enterByLink(token, how));
  const toName = info.name === undefined ? '' : `, ${info.name}`;
  switch (info.purpose) {
    case 'invite':
      return (
        <Door title={`Welcome${toName}`}>
          <p>You have been invited to write here. Choose a password, and you are in.</p>
          <NewPassword email={info.email} verb="Choose this password" onChosen={(password) => use({ password })} />
        </Door>
      );
    case 'reset':
      return (
        <Door title="Choose a new password">
          <NewPassword email={info.email} verb="Choose this password" onChosen={(password) => use({ password })} />
        </Door>
      );
    default:
      return <OneTap onGo={() => use({})} name={info.name} />;
  }
}

/** Opening the link alone signs nobody in: mail programs open links to look at them. */
function OneTap({ onGo, name }: { onGo: () => Promise<void>; name: string | undefined }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const go = async () => {
    setBusy(true);
    try {
      await onGo();
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  };
  return (
    <Door title={name === undefined ? 'Sign in' : `Sign in as ${name}`}>
      {error !== null && <ActProblem error={error} not="signed in" />}
      <Button variant="filled" size="xl" fullWidth loading={busy} onClick={() => void go()}>
        Sign in
      </Button>
      <p className="hint">The link works once. You need no password.</p>
    </Door>
  );
}

function DeadLink() {
  const navigate = useNavigate();
  return (
    <Door title="This link does not open anything">
      <p>It may be too old, it may have been used, or the mail program cut it.</p>
      <Button variant="filled" fullWidth onClick={() => void navigate({ to: '/' })}>
        Sign in another way
      </Button>
      <p className="hint">For your safety we do not show here whose link it was.</p>
    </Door>
  );
}
