import type { Article } from '@/api/shapes';
import { useMe } from '@/session';
import { names } from '@/words';
import styles from './Writing.module.css';

/** The parts of the article, at the left of a wide screen. */
export function Outline({ article, at }: { article: Article; at: string }) {
  const me = useMe();
  const many = article.sections.length > 1;
  return (
    <nav className={styles.outline} aria-label="Parts of this article">
      <a href="#head" {...(at === 'head' ? { 'aria-current': true } : {})}>
        {article.kind === 'expert_answers' ? 'Title and question' : 'Title'}
      </a>
      {article.sections.map((section, index) => {
        const isMine = section.contributors.some((p) => p.id === me.id);
        return (
          <a key={section.id} href={`#s-${section.id}`} {...(at === section.id ? { 'aria-current': true } : {})}>
            {many ? `${index + 1}. ` : ''}
            {names(section.contributors) || 'Nobody yet'}
            <small>{section.contributors.length === 0 ? 'needs a name' : isMine ? 'yours' : 'signs this part'}</small>
          </a>
        );
      })}
      {(article.kind === 'expert_answers' || article.sections[0]?.contributors.length !== 0) && <a href="#add">Add a clinician</a>}
      <hr />
      <a href="#topics">
        Topics
        <small>{article.head.topics.map((t) => t.label).join(', ') || 'none yet'}</small>
      </a>
    </nav>
  );
}
