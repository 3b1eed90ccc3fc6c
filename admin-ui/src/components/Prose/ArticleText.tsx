import { Fragment } from 'react';
import type { Article } from '@/api/shapes';
import { Works } from '@/components/References/Works';
import { pictureOf, workOf } from '@/saving/sectionText';
import { printedLine } from '@/byline';
import { Prose, ProseBox } from './Prose';
import styles from './ArticleText.module.css';

/** Title, question and the parts under their bylines. */
export function ArticleText({ article }: { article: Article }) {
  const isAnswers = article.kind === 'expert_answers';
  return (
    <article className={styles.article}>
      <h2 className={styles.title}>{article.head.title}</h2>
      {!isAnswers && <p className={styles.byline}>{printedLine(article.sections.flatMap((s) => s.contributors.map((c) => c.byline)))}</p>}
      {article.head.question !== null && article.head.question !== '' && (
        <ProseBox>
          <blockquote>{article.head.question}</blockquote>
        </ProseBox>
      )}
      {article.sections.map((section) => {
        const byline = printedLine(section.contributors.map((c) => c.byline));
        return (
          <Fragment key={section.id}>
            <Prose html={section.body_html} pictures={section.images.map(pictureOf)} {...(isAnswers ? { runIn: `${byline}:` } : {})} />
            <Works works={section.references.map(workOf)} />
          </Fragment>
        );
      })}
    </article>
  );
}
