import { useDocumentTitle } from '@mantine/hooks';
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import styles from './PageBar.module.css';

interface PageBarProps {
  title: string;
  /** What the window is called; never a draft's words. */
  tab?: string;
  sub?: ReactNode;
  /** The primary action stands last: far right, on a phone at the bottom edge. */
  actions?: ReactNode;
}

/** Title and facts left, the primary action at the far right. A new page starts at its heading. */
export function PageBar({ title, tab, sub, actions }: PageBarProps) {
  useDocumentTitle(`${tab ?? title} · Countersign`);
  const heading = useRef<HTMLHeadingElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const arrivedAt = useRef<string | null>(null);
  useEffect(() => {
    if (arrivedAt.current === path) return;
    arrivedAt.current = path;
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [path]);
  return (
    <header className={styles.bar}>
      <div className={styles.title}>
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {sub !== undefined && <div className={styles.sub}>{sub}</div>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}

/** What stands below the bar. The shell, or the screen without one, is the `main` around both. */
export function Page({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div id="main" tabIndex={-1} className={`${styles.page} ${className ?? ''}`}>
      {children}
    </div>
  );
}
