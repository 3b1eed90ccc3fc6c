import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import styles from './SignIn.module.css';

/** The plain page outside: wordmark, one heading, one thing to do. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  useDocumentTitle(`${title} · Countersign`);
  return (
    <main className={styles.place} id="main">
      <div className={`${styles.box} stack`}>
        <header>
          <span className="mark">Countersign</span>
          <h1>{title}</h1>
        </header>
        {children}
      </div>
    </main>
  );
}
