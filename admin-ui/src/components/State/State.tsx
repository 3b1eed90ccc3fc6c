import type { ReactNode } from 'react';
import type { SignatureCount } from '@/api/shapes';
import type { StateWords } from '@/words';
import styles from './State.module.css';

/** A state with a shape beside its word, so that colour is never alone. */
export function State({ text, tone, shape }: StateWords) {
  return (
    <span className={styles.state} data-tone={tone} data-shape={shape}>
      {text}
    </span>
  );
}

export function Tag({ tone, children }: { tone: 'warn' | 'still'; children: ReactNode }) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  );
}

/** Two small bars: left the clinicians who signed, right the approval. */
export function Pair({ needed, given, approved }: SignatureCount) {
  const fill = given === 0 ? 'none' : given >= needed ? 'all' : 'some';
  return (
    <span className={styles.pair}>
      <i data-fill={needed === 0 ? 'none' : fill} />
      <i data-fill={approved ? 'all' : 'none'} />
      {needed === 0 ? (
        <span className="sr">nobody asked yet</span>
      ) : (
        <span>
          {given} of {needed}
          <span className="sr">{approved ? ', approved' : ', not approved'}</span>
        </span>
      )}
    </span>
  );
}
