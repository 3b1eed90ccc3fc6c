import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import styles from './Proof.module.css';

/** One column, nothing to learn: no menu, no password, nobody else's data. */
export function Plain({ tab, children }: { tab: string; children: ReactNode }) {
  useDocumentTitle(tab);
  return (
    <div className={styles.proof}>
      <main className={`${styles.in} stack`} id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

/** A page that says one thing. */
export function PlainMessage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Plain tab={title}>
      <h1 className={styles.big}>{title}</h1>
      {children}
    </Plain>
  );
}
