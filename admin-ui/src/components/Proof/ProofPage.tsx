import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { isProblem, Problem } from '@/api/problem';
import type { ProofDoor } from '@/api/signing';
import type { Proof } from '@/api/shapes';
import { Loaded, NotLoaded } from '@/components/Problem/Problem';
import { moment } from '@/time';
import { count, firstName } from '@/words';
import { Objection } from './Objection';
import { Plain, PlainMessage } from './Plain';
import { ProofText } from './ProofText';
import { Signing } from './Signing';

interface ProofPageProps {
  door: ProofDoor;
  /** "Back to my articles", where there is a session. */
  wayBack?: ReactNode;
}

type View = 'proof' | 'objection' | 'objected' | 'signed' | 'changed' | 'reading';

/** The proof and its states. Opening it signs nothing. */
export function ProofPage({ door, wayBack }: ProofPageProps) {
  const query = useQuery({ queryKey: ['proof', door.key], queryFn: door.fetch, refetchOnWindowFocus: false, staleTime: Infinity });
  const [view, setView] = useState<View>('proof');

  if (query.data === undefined) {
    if (query.isError) return <NotOpened error={query.error} again={() => void query.refetch()} wayBack={wayBack} />;
    return (
      <Plain tab="Your article">
        <Loaded query={query} what="your article">
          {() => null}
        </Loaded>
      </Plain>
    );
  }
  const proof = query.data;
  const readAgain = async () => {
    await query.refetch();
    setView('proof');
  };
  switch (view) {
    case 'objection':
      return <Objection door={door} onBack={() => setView('proof')} onSent={() => setView('objected')} />;
    case 'objected':
      return (
        <PlainMessage title="The editors have your words">
          <p>Nothing is signed. The text stops until they have answered you.</p>
          {wayBack}
        </PlainMessage>
      );
    case 'changed':
      return (
        <PlainMessage title="The text was changed just now">
          <p>Your signature was not taken: it would have been for the text from before.</p>
          <Button variant="filled" onClick={() => void readAgain()}>
            Show what changed
          </Button>
        </PlainMessage>
      );
    case 'signed':
      return <Thanks proof={proof} onRead={() => setView('reading')} wayBack={wayBack} />;
    case 'reading':
      return (
        <Plain tab="What you signed">
          <button type="button" className="link" onClick={() => setView('signed')}>
            Back
          </button>
          <ProofText proof={proof} mode="clean" putBack={new Set()} onOpen={() => undefined} at={null} />
          <Button onClick={() => window.print()}>Save a copy</Button>
        </Plain>
      );
    case 'proof':
      if (proof.signed) return <Already proof={proof} onRead={() => setView('reading')} wayBack={wayBack} />;
      if (!proof.can_sign) return <NotNow proof={proof} wayBack={wayBack} />;
      return (
        <Signing
          // Another text is another page: nothing of the answers to the old one is carried over.
          key={proof.digest}
          proof={proof}
          door={door}
          wayBack={wayBack}
          onWrong={() => setView('objection')}
          onChanged={() => setView('changed')}
          onSigned={() => {
            void query.refetch();
            setView('signed');
          }}
        />
      );
  }
}

const ownNames = (proof: Proof): string[] => proof.sections.filter((s) => s.mine).flatMap((s) => s.bylines.map((b) => b.name));
const signedAt = (proof: Proof): string | null => proof.sections.find((s) => s.mine && s.signed_at !== null)?.signed_at ?? null;

function Thanks({ proof, onRead, wayBack }: { proof: Proof; onRead: () => void; wayBack: ReactNode }) {
  const [name] = ownNames(proof);
  const at = signedAt(proof);
  const open = new Set(proof.sections.filter((s) => !s.mine && s.signed_at === null).flatMap((s) => s.bylines.map((b) => b.name)));
  return (
    <PlainMessage title={name === undefined ? 'Signed. Thank you.' : `Signed. Thank you, ${firstName(name)}.`}>
      <p>
        {at !== null && `${moment(at)}. `}
        {open.size === 0 ? 'Next: an editor publishes it.' : `Next: ${count(open.size, 'more clinician signs', 'more clinicians sign')}, then an editor publishes it.`}
      </p>
      <p>
        <button type="button" className="link" onClick={onRead}>
          Read what you signed
        </button>
      </p>
      {wayBack}
    </PlainMessage>
  );
}

function Already({ proof, onRead, wayBack }: { proof: Proof; onRead: () => void; wayBack: ReactNode }) {
  const at = signedAt(proof);
  return (
    <PlainMessage title="You have already signed">
      <p>{at === null ? 'There is nothing left to do.' : `You signed on ${moment(at)}. There is nothing left to do.`}</p>
      <p>
        <button type="button" className="link" onClick={onRead}>
          Read what you signed
        </button>
      </p>
      {wayBack}
    </PlainMessage>
  );
}

function NotNow({ proof, wayBack }: { proof: Proof; wayBack: ReactNode }) {
  return (
    <Plain tab="Your article">
      <h1>There is nothing to sign now</h1>
      <p>{proof.reason ?? 'The editors have not sent this text out for signature.'}</p>
      {wayBack}
      <hr />
      <ProofText proof={proof} mode="clean" putBack={new Set()} onOpen={() => undefined} at={null} />
    </Plain>
  );
}

function NotOpened({ error, again, wayBack }: { error: unknown; again: () => void; wayBack: ReactNode }) {
  const isDead = error instanceof Problem && [401, 404, 410].includes(error.status);
  if (isDead && wayBack === undefined) {
    return (
      <PlainMessage title="This link does not open anything">
        <p>It may be too old, or the mail program cut it. Nothing has been signed.</p>
        <p>Please ask the editors for a new one: they send it to the same address.</p>
        <p className="hint">For your safety we do not show here whose link it was.</p>
      </PlainMessage>
    );
  }
  if (isProblem(error, 'wrong_state') || isProblem(error, 'already_signed')) {
    return (
      <PlainMessage title={error.code === 'already_signed' ? 'You have already signed' : 'There is nothing to sign now'}>
        <p>{error.detail}</p>
        {wayBack}
      </PlainMessage>
    );
  }
  return (
    <Plain tab="Your article">
      <NotLoaded error={error} what="your article" again={again} />
      {wayBack}
    </Plain>
  );
}
