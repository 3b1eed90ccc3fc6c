import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Declarations, Proof } from '@/api/shapes';
import { Note } from '@/components/Panel/Panel';
import { ActProblem } from '@/components/Problem/Problem';
import { State } from '@/components/State/State';
import { count, list, statement } from '@/words';
import styles from './Proof.module.css';
import { missingTitle, openQuestions } from './questions';

interface SignBoxProps {
  proof: Proof;
  declarations: Declarations;
  putBack: number;
  onSign: () => Promise<void>;
}

/** The statement, the dashed line, one button. */
export function SignBox({ proof, declarations, putBack, onSign }: SignBoxProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [wasTried, setTried] = useState(false);
  const missing = useRef<HTMLDivElement>(null);
  const open = openQuestions(declarations);
  const own = proof.sections.filter((s) => s.mine);
  const says = proof.statement.length > 0 ? proof.statement : statement;

  const sign = async () => {
    setTried(true);
    setError(null);
    if (open.length > 0) {
      missing.current?.focus();
      return;
    }
    setBusy(true);
    try {
      await onSign();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className={`${styles.signBox} stack`} id="sign" aria-labelledby="sign-h">
      <h2 id="sign-h">With your signature you say</h2>
      <ol className={styles.say}>
        {says.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <p className={`${styles.signLine} row between`}>
        <span>{list([...new Set(own.flatMap((s) => s.bylines.map((b) => b.text)))])}</span>
        <State text="Not signed yet" tone="still" shape="ring" />
      </p>
      <div ref={missing} tabIndex={-1}>
        {wasTried && open.length > 0 && (
          <Note tone="bad" alert title={missingTitle(open.length)}>
            <ul className="stack-s">
              {open.map((question) => (
                <li key={question.key}>
                  <a href={`#q-${question.key}`}>{question.text}</a>
                </li>
              ))}
            </ul>
          </Note>
        )}
      </div>
      {error !== null && <ActProblem error={error} not="signed" />}
      {putBack > 0 && (
        <p>
          You put your own words back in {count(putBack, 'place')}. You sign the text with them; an editor reads it once more before anything is
          published.
        </p>
      )}
      <Button variant="filled" size="xl" fullWidth loading={busy} onClick={() => void sign()}>
        Sign
      </Button>
      <p className="hint">
        {whatIsSigned(proof)} If a word of it changes afterwards, we ask you again.
      </p>
    </section>
  );
}

/** What stands in the text that the signature is on. */
export function whatIsSigned(proof: Proof): string {
  const own = proof.sections.filter((s) => s.mine).length;
  if (proof.kind === 'expert_answers') {
    const answers = own > 1 ? 'your own answers' : 'your own answer';
    const question = proof.question === null || proof.question === '' ? '' : ' and the question';
    return `You sign ${answers}${question}; the editors sign title and summary.`;
  }
  return `You sign the title${proof.head.summary === '' ? '' : ', the summary'} and the text.`;
}
