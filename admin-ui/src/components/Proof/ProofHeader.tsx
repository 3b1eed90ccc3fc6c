import type { ReactNode } from 'react';
import type { Proof } from '@/api/shapes';
import { weekday } from '@/time';
import styles from './Proof.module.css';

interface ProofHeaderProps {
  proof: Proof;
  /** Who is asked. */
  names: string;
  wayBack: ReactNode;
}

/** Which site asks, whom, and until when. */
export function ProofHeader({ proof, names, wayBack }: ProofHeaderProps) {
  return (
    <header className={`${styles.head} stack-s`}>
      {wayBack}
      <p className={styles.site}>{proof.site_name}</p>
      <p className="muted">
        For {names} only.{proof.link_expires_at !== null && ` This link signs once and works until ${weekday(proof.link_expires_at)}.`}
      </p>
    </header>
  );
}

/** Who answers questions, and that nothing else is needed. */
export function Answers({ proof, byLink }: { proof: Proof; byLink: boolean }) {
  const who = proof.asked_by?.byline.name;
  if (proof.site_contact === null && !byLink) return null;
  return (
    <p className={`hint ${styles.centre}`}>
      {proof.site_contact !== null && (
        <>
          {who === undefined ? 'The editors answer' : `${who} answers`} at <a href={`mailto:${proof.site_contact}`}>{proof.site_contact}</a>.{' '}
        </>
      )}
      {byLink && 'You need no account and no password.'}
    </p>
  );
}
