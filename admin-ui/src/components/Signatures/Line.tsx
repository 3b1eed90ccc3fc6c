import type { ReactNode } from 'react';
import { State } from '@/components/State/State';
import { printed } from './fingerprint';
import styles from './Signatures.module.css';

interface LineProps {
  name: string;
  isDone: boolean;
  word?: string;
  /** For editors; authors are not shown one. */
  fingerprint?: string;
  aside?: ReactNode;
  children: ReactNode;
}

/** A signature is a line on a form: solid when signed, dashed when missing. */
export function Line({ name, isDone, word, fingerprint, aside, children }: LineProps) {
  return (
    <div className={styles.sig} data-is={isDone ? 'signed' : 'missing'}>
      <div className={styles.top}>
        <b>{name}</b>
        {isDone ? (
          <State text={word ?? 'Signed'} tone="accent" shape="disc" />
        ) : (
          <State text={word ?? 'Not signed'} tone={word === undefined ? 'warn' : 'still'} shape="ring" />
        )}
      </div>
      <p>{children}</p>
      {(fingerprint !== undefined || aside != null) && (
        <div className={styles.top}>
          {fingerprint !== undefined && <span className={styles.fp}>fingerprint {printed(fingerprint)}</span>}
          {aside}
        </div>
      )}
    </div>
  );
}
