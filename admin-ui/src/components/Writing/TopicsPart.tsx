import type { Article } from '@/api/shapes';
import { TopicsPicker } from './TopicsPicker';
import styles from './Writing.module.css';

export function TopicsPart({ article }: { article: Article }) {
  return (
    <section className={styles.part} id="topics" aria-labelledby="topics-h">
      <div className={styles.partHead}>
        <h2 id="topics-h">Topics</h2>
        <span className="hint">Where readers find it. The editors may change them.</span>
      </div>
      <TopicsPicker article={article} />
    </section>
  );
}
