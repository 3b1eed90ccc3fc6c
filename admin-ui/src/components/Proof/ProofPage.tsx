import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { isProblem, Problem } from '@/api/problem';
import type { ProofDoor } from '@/api/signing';
import type { Proof } from '@/api/shapes';
import { Loaded, NotLoaded } from '@/components/Problem/Problem';
import { moment } from '@/time';
import { firstName } from '@/words';
import { AsReaders } from './AsReaders';
import { Objection } from './Objection';
import { Plain, PlainMessage } from './Plain';
import styles from './Proof.module.css';
import { Signing } from './Signing';

interface ProofPageProps {
  door: ProofDoor;
  /** "Back to my articles", where there is a session. */
  wayBack?: ReactNode;
}

/** What was signed on this page; `null` where it had been signed before. */
interface JustSigned {
  at: string | null;
}

type View = 'proof' | 'objection' | 'objected' | 'changed' | 'reading';

/** The proof and its states. Opening it signs nothing. */
export function ProofPage({ door, wayBack }: ProofPageProps) {
  const query = useQuery({ queryKey: ['proof', door.key], queryFn: door.fetch, refetchOnWindowFocus: false, staleTime: Infinity });
  const [view, setView] = useState<View>('proof');
  const [signed, setSigned] = useState<JustSigned | null>(null);

  if (view === 'reading') return <Reading door={door} onBack={() => setView('proof')} />;
  if (query.data === undefined) {
    if (query.isError) {
      return <NotOpened error={query.error} again={() => void query.refetch()} onRead={() => setView('reading')} wayBack={wayBack} />;
    }
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
    case 'proof':
      if (signed !== null || proof.signed_at !== null) {
        return (
          <Done
            title={signed === null || signed.at === null ? 'You have already signed' : thanks(proof)}
            at={signed?.at ?? proof.signed_at}
            isNew={signed !== null && signed.at !== null}
            onRead={() => setView('reading')}
            wayBack={wayBack}
          />
        );
      }
      if (!proof.can_sign) return <NothingToSign door={door} wayBack={wayBack} />;
      return (
        <Signing
          // Another text is another page: nothing of the answers to the old one is carried over.
          key={proof.digest}
          proof={proof}
          door={door}
          wayBack={wayBack}
          onWrong={() => setView('objection')}
          onChanged={() => setView('changed')}
          onSigned={(at) => setSigned({ at })}
        />
      );
  }
}

function thanks(proof: Proof): string {
  const [name] = proof.sections.filter((s) => s.mine).flatMap((s) => s.bylines.map((b) => b.name));
  return name === undefined ? 'Signed. Thank you.' : `Signed. Thank you, ${firstName(name)}.`;
}

interface DoneProps {
  title: string;
  at: string | null;
  isNew: boolean;
  onRead: () => void;
  wayBack: ReactNode;
}

function Done({ title, at, isNew, onRead, wayBack }: DoneProps) {
  return (
    <PlainMessage title={title}>
      {isNew && at !== null ? (
        <p>{moment(at)}. Next: when everyone has signed, an editor publishes it.</p>
      ) : (
        <p>{at === null ? '' : `You signed on ${moment(at)}. `}There is nothing left to do.</p>
      )}
      <ReadIt onRead={onRead} />
      {wayBack}
    </PlainMessage>
  );
}

function ReadIt({ onRead }: { onRead: () => void }) {
  return (
    <p>
      <button type="button" className="link" onClick={onRead}>
        Read what you signed
      </button>
    </p>
  );
}

function Reading({ door, onBack }: { door: ProofDoor; onBack: () => void }) {
  return (
    <Plain tab="What you signed">
      <p className={styles.noPrint}>
        <button type="button" className="link" onClick={onBack}>
          Back
        </button>
      </p>
      <h1>What you signed</h1>
      <AsReaders door={door} title="What you signed, as readers will see it" copy />
    </Plain>
  );
}

function NothingToSign({ door, wayBack }: { door: ProofDoor; wayBack: ReactNode }) {
  return (
    <Plain tab="The article">
      {wayBack}
      <h1>The article as readers will see it</h1>
      <p className="muted">There is nothing for you to sign in it.</p>
      <AsReaders door={door} />
    </Plain>
  );
}

interface NotOpenedProps {
  error: unknown;
  again: () => void;
  onRead: () => void;
  wayBack: ReactNode;
}

function NotOpened({ error, again, onRead, wayBack }: NotOpenedProps) {
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
    const isSigned = error.code === 'already_signed';
    return (
      <PlainMessage title={isSigned ? 'You have already signed' : 'There is nothing to sign now'}>
        <p>{isSigned ? 'There is nothing left to do.' : error.detail}</p>
        {isSigned && <ReadIt onRead={onRead} />}
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
