import type { Work } from '@/saving/sectionText';
import { printed } from './printed';
import styles from './References.module.css';

/** The works of a text that is read and not written. */
export function Works({ works }: { works: readonly Work[] }) {
  if (works.length === 0) return null;
  return (
    <div className={styles.references}>
      <div className={styles.head}>
        <h3>References</h3>
      </div>
      <ul className={styles.list}>
        {works.map((work) => (
          <li key={work.id}>
            <p className={styles.work}>{printed(work)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
