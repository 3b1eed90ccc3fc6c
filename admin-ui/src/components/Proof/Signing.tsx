import { Button } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { isProblem } from '@/api/problem';
import type { ProofDoor } from '@/api/signing';
import type { Declarations, Proof } from '@/api/shapes';
import { proseStyles } from '@/components/Prose/Prose';
import { Chips } from '@/components/Queue/Chips';
import { count, list } from '@/words';
import { ChangeDialog } from './ChangeDialog';
import { step } from './marks';
import { Plain } from './Plain';
import { ProofText, type Mode } from './ProofText';
import styles from './Proof.module.css';
import { Questions } from './Questions';
import { toSend } from './questions';
import { SignBox } from './SignBox';

interface SigningProps {
  proof: Proof;
  door: ProofDoor;
  wayBack: ReactNode;
  onSigned: () => void;
  onChanged: () => void;
  onWrong: () => void;
}

export function Signing({ proof, door, wayBack, onSigned, onChanged, onWrong }: SigningProps) {
  const own = proof.sections.filter((s) => s.mine);
  const changes = own.flatMap((s) => s.changes);
  const names = list([...new Set(own.flatMap((s) => s.bylines.map((b) => b.name)))]);
  const [mode, setMode] = useState<Mode>(changes.length > 0 ? 'marked' : 'clean');
  const [at, setAt] = useState<number | null>(null);
  const [opened, setOpened] = useState<number | null>(null);
  const [putBack, setPutBack] = useState<ReadonlySet<number>>(new Set());
  const [declarations, setDeclarations] = useState<Declarations>(proof.declarations);
  const text = useRef<HTMLDivElement>(null);

  const go = (by: 1 | -1) => {
    const to = step(at, by, changes.length);
    setAt(to);
    const number = text.current?.querySelector<HTMLElement>(`[data-number="${changes[to - 1]?.number ?? 0}"]`);
    number?.focus({ preventScroll: true });
    number?.parentElement?.scrollIntoView({ block: 'center' });
  };
  const sign = async () => {
    const digest = own[0]?.digest ?? proof.digest;
    try {
      await door.attest({ digest, declarations: toSend(declarations), put_back: [...putBack].sort((a, b) => a - b) });
      onSigned();
    } catch (error) {
      if (isProblem(error, 'stale_digest')) onChanged();
      else if (isProblem(error, 'already_signed')) onSigned();
      else throw error;
    }
  };
  const change = changes.find((c) => c.number === opened) ?? null;
  return (
    <>
      <a className="skip" href="#text">
        Skip to your article
      </a>
      <Plain
        tab="Your article, to sign"
        foot={
          mode === 'marked' && (
            <nav className={styles.stepper} aria-label="Changes">
              <div>
                <Button onClick={() => go(-1)}>Before</Button>
                <span className="muted num nowrap" role="status">
                  {at === null ? count(changes.length, 'change') : `${at} of ${changes.length}`}
                </span>
                <Button onClick={() => go(1)}>Next change</Button>
              </div>
            </nav>
          )
        }
      >
        <header className={`${styles.head} stack-s`}>
          {wayBack}
          <p className="muted">For {names} only. {wayBack === undefined && 'This link signs once. You need no account and no password.'}</p>
        </header>
        <h1>
          {changes.length > 0
            ? `Your article, edited: ${count(changes.length, 'change')} since you last saw it`
            : 'Your article: nothing has changed since you last saw it'}
        </h1>
        {changes.length > 0 && (
          <>
            <Chips
              legend="How to show your article"
              name="mode"
              value={mode}
              onChange={(value) => setMode(value as Mode)}
              options={[
                { value: 'marked', label: 'With the changes marked' },
                { value: 'clean', label: 'As readers will see it' },
              ]}
            />
            {mode === 'marked' && (
              <p className={`hint ${proseStyles.legend}`}>
                <ins>Underlined</ins> is new, <del>struck through</del> is gone. Choose a number to put your own words back.
              </p>
            )}
          </>
        )}
        <hr />
        <div ref={text}>
          <ProofText
            proof={proof}
            mode={mode}
            putBack={putBack}
            at={at === null ? null : (changes[at - 1]?.number ?? null)}
            onOpen={(number) => {
              setAt(changes.findIndex((c) => c.number === number) + 1);
              setOpened(number);
            }}
          />
        </div>
        <hr />
        <Questions declarations={declarations} onChange={setDeclarations} />
        <SignBox proof={proof} declarations={declarations} putBack={putBack.size} onSign={sign} />
        <p className={styles.centre}>
          <button type="button" className="link" onClick={onWrong}>
            Something is wrong
          </button>
        </p>
      </Plain>
      <ChangeDialog
        change={change}
        total={changes.length}
        isBack={change !== null && putBack.has(change.number)}
        onClose={() => setOpened(null)}
        onPutBack={(number, back) => {
          const next = new Set(putBack);
          if (back) next.add(number);
          else next.delete(number);
          setPutBack(next);
          setOpened(null);
        }}
      />
    </>
  );
}
