import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { isProblem } from '@/api/problem';
import type { ProofDoor } from '@/api/signing';
import type { Declarations, Proof } from '@/api/shapes';
import { proseStyles } from '@/components/Prose/Prose';
import { Chips } from '@/components/Queue/Chips';
import { count, list } from '@/words';
import { ChangeDialog } from './ChangeDialog';
import { isInText, numbered, toPutBack } from './changes';
import { AsReaders } from './AsReaders';
import { headChanges } from './headMarks';
import { Plain } from './Plain';
import { Answers, ProofHeader } from './ProofHeader';
import { ProofText } from './ProofText';
import styles from './Proof.module.css';
import { Questions } from './Questions';
import { toSend } from './questions';
import { SignBox } from './SignBox';
import { useWalk } from './useWalk';

interface SigningProps {
  proof: Proof;
  door: ProofDoor;
  wayBack: ReactNode;
  onSigned: (at: string | null) => void;
  onChanged: () => void;
  onWrong: () => void;
}

export function Signing({ proof, door, wayBack, onSigned, onChanged, onWrong }: SigningProps) {
  const own = proof.sections.filter((s) => s.mine);
  const inHead = headChanges(proof);
  const inSections = numbered(own, inHead.length);
  const inText = inSections.filter(isInText);
  const changes = [...inHead, ...inSections];
  const names = list([...new Set(own.flatMap((s) => s.bylines.map((b) => b.name)))]);
  const [mode, setMode] = useState<'marked' | 'clean'>(changes.length > 0 ? 'marked' : 'clean');
  const [opened, setOpened] = useState<string | null>(null);
  const [putBack, setPutBack] = useState<ReadonlySet<string>>(new Set());
  const [declarations, setDeclarations] = useState<Declarations>(proof.declarations);
  const walk = useWalk(changes);
  const found = inText.find((c) => c.key === opened) ?? null;

  const sign = async () => {
    try {
      // The digest of what stands on this screen: another text is refused, never signed by mistake.
      const { at } = await door.attest({
        digest: proof.digest,
        declarations: toSend(declarations),
        put_back: toPutBack(inText, putBack),
      });
      onSigned(at);
    } catch (error) {
      if (isProblem(error, 'stale_digest')) onChanged();
      else if (isProblem(error, 'already_signed')) onSigned(null);
      else throw error;
    }
  };
  const open = (key: string) => {
    walk.stand(key);
    setOpened(key);
  };
  return (
    <>
      <a className="skip" href="#text">
        Skip to your article
      </a>
      <Plain tab="Your article, to sign">
        <ProofHeader proof={proof} names={names} wayBack={wayBack} />
        <h1>
          {changes.length > 0
            ? `Your article, edited: ${count(changes.length, 'change')} since you last saw it`
            : 'Your article: nothing has changed since you last saw it'}
        </h1>
        {proof.asked_by !== null && <p>{proof.asked_by.byline.name} asks you to read it and to sign it.</p>}
        {changes.length > 0 && (
          <>
            <Chips
              legend="How to show your article"
              name="mode"
              value={mode}
              onChange={(value) => setMode(value === 'marked' ? 'marked' : 'clean')}
              options={[
                { value: 'marked', label: 'With the changes marked' },
                { value: 'clean', label: 'As readers will see it' },
              ]}
            />
            {mode === 'marked' && (
              <p className={`hint ${proseStyles.legend}`}>
                <ins>Underlined</ins> is new, <del>struck through</del> is gone.
                {inText.length > 0 && ' Choose a number in your text to put your own words back.'}
                {inHead.length > 0 && ` If title, summary or question should be otherwise, choose “Something is wrong”.`}
              </p>
            )}
          </>
        )}
        <hr />
        {mode === 'marked' ? (
          <div>
            <ProofText proof={proof} marking={{ changes, putBack, at: walk.at, onOpen: open }} />
            <Stepper walk={walk} total={changes.length} />
          </div>
        ) : (
          <AsReaders door={door} summary={proof.kind === 'expert_answers' ? proof.head.summary : ''} hint={putBack.size > 0 ? 'Your own words that you put back are not in it yet; they are when you sign.' : null} />
        )}
        <hr />
        <Questions declarations={declarations} onChange={setDeclarations} />
        <SignBox proof={proof} declarations={declarations} putBack={putBack.size} onSign={sign} />
        <p className={styles.centre}>
          <button type="button" className="link" onClick={onWrong}>
            Something is wrong
          </button>
        </p>
        <Answers proof={proof} byLink={wayBack === undefined} />
      </Plain>
      <ChangeDialog
        found={found}
        total={changes.length}
        isBack={found !== null && putBack.has(found.key)}
        onClose={() => setOpened(null)}
        onPutBack={(key, back) => {
          const next = new Set(putBack);
          if (back) next.add(key);
          else next.delete(key);
          setPutBack(next);
          setOpened(null);
        }}
      />
    </>
  );
}

/** At the bottom edge while the text is on the screen, and at its end after that: never over what is below it. */
function Stepper({ walk, total }: { walk: ReturnType<typeof useWalk>; total: number }) {
  return (
    <nav className={styles.stepper} aria-label="Changes">
      <div>
        <Button onClick={() => walk.go(-1)}>Previous change</Button>
        <span className="muted num nowrap" role="status">
          {walk.place === null ? count(total, 'change') : `${walk.place} of ${total}`}
        </span>
        <Button onClick={() => walk.go(1)}>Next change</Button>
      </div>
    </nav>
  );
}
