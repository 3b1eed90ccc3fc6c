import { useId, type ReactNode } from 'react';
import styles from './Panel.module.css';

interface PanelProps {
  title?: ReactNode;
  aside?: ReactNode;
  pad?: boolean;
  id?: string;
  className?: string;
  children: ReactNode;
}

export function Panel({ title, aside, pad = false, id, className, children }: PanelProps) {
  const heading = useId();
  return (
    <section
      id={id}
      className={[styles.panel, className].filter(Boolean).join(' ')}
      {...(title === undefined ? {} : { 'aria-labelledby': heading })}
    >
      {title !== undefined && (
        <header className={styles.head}>
          <h2 id={heading}>{title}</h2>
          {aside}
        </header>
      )}
      {pad ? <div className={styles.pad}>{children}</div> : children}
    </section>
  );
}

interface NoteProps {
  tone?: 'plain' | 'warn' | 'bad';
  title?: ReactNode;
  actions?: ReactNode;
  /** Read out at once when it appears after an act. */
  alert?: boolean;
  children?: ReactNode;
}

/** What happened, what is safe, what to do. */
export function Note({ tone = 'plain', title, actions, alert = false, children }: NoteProps) {
  return (
    <div className={styles.note} data-tone={tone} {...(alert ? { role: 'alert' } : {})}>
      {title !== undefined && (
        <p>
          <strong>{title}</strong>
        </p>
      )}
      {children}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

export function Nothing({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.nothing}>
      <h3>{title}</h3>
      {children !== undefined && <p>{children}</p>}
      {action !== undefined && <div className={styles.actions}>{action}</div>}
    </div>
  );
}

/** Names and facts, one under the other on a phone. */
export function Facts({ items }: { items: [term: string, fact: ReactNode][] }) {
  return (
    <dl className={styles.dl}>
      {items.map(([term, fact]) => (
        <FactRow key={term} term={term} fact={fact} />
      ))}
    </dl>
  );
}

function FactRow({ term, fact }: { term: string; fact: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{fact}</dd>
    </>
  );
}
