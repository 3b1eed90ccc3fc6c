import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { fetchHistory } from '@/api/drafts';
import type { Article } from '@/api/shapes';
import { Loaded } from '@/components/Problem/Problem';
import { useMe } from '@/session';
import { when } from '@/time';
import { actWords, byWhom } from './actWords';
import styles from './Writing.module.css';

const SHOWN = 6;

/** What happened lately, beside the text; on a phone below it. */
export function HistoryAside({ article }: { article: Article }) {
  const me = useMe();
  const history = useQuery({ queryKey: ['history', article.id], queryFn: () => fetchHistory(article.id) });
  return (
    <section className={styles.side} aria-labelledby="history-h">
      <h2 id="history-h">History</h2>
      <Loaded query={history} what="the history">
        {(items) =>
          items.length === 0 ? (
            <p className="hint">Nothing yet. What happens to this article stands here.</p>
          ) : (
            <>
              <ol className={styles.timeline}>
                {items.slice(0, SHOWN).map((item, index) => (
                  <li key={`${item.at}-${index}`} data-now={index === 0}>
                    <strong>{actWords(item.act)}</strong>
                    <br />
                    <span className="muted">
                      {when(item.at)}, {byWhom(item, me.id)}
                    </span>
                  </li>
                ))}
              </ol>
              <p>
                <Link to="/articles/$id/history" params={{ id: article.id }}>
                  All of it
                </Link>
              </p>
            </>
          )
        }
      </Loaded>
    </section>
  );
}
