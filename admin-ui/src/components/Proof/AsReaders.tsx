import type { ProofDoor } from '@/api/signing';
import { ReaderPage } from '@/components/ReaderPage/ReaderPage';
import styles from './Proof.module.css';

interface AsReadersProps {
  door: ProofDoor;
  title?: string;
  hint?: string | null;
  /** Where the page itself does not print it: lists and searches do. */
  summary?: string;
  copy?: boolean;
}

/** The article as readers will see it: the page itself, with everything that is printed round it. */
export function AsReaders({ door, title = 'The article as readers will see it', hint = null, summary = '', copy = false }: AsReadersProps) {
  return (
    <div id="text" className={styles.wide} tabIndex={-1}>
      {hint !== null && <p className="hint">{hint}</p>}
      {summary !== '' && (
        <p className={styles.announced}>
          <span className="hint">In lists it stands with this summary:</span> {summary}
        </p>
      )}
      <ReaderPage src={door.page} title={title} copy={copy} />
    </div>
  );
}
