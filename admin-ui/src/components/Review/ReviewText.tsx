import type { Article } from '@/api/shapes';
import { Panel } from '@/components/Panel/Panel';
import { Prose, ProseBox } from '@/components/Prose/Prose';
import { when } from '@/time';
import { questions, titleOf } from '@/words';
import { answerWords } from '@/components/Proof/questions';
import styles from './Review.module.css';

/** The text with a label over each part: who signs it, who saved it last. */
export function ReviewText({ article }: { article: Article }) {
  const isAnswers = article.kind === 'expert_answers';
  return (
    <Panel>
      <div className={styles.art}>
        <div className={styles.column}>
          <p className={styles.label}>
            <span>{isAnswers ? 'Title and question' : 'Title'}</span>
            <span>{isAnswers ? 'signed by the editors' : 'signed with the text'}</span>
          </p>
          <div className="stack">
            <h2 className={styles.title}>{titleOf(article.head)}</h2>
            {article.head.question !== null && article.head.question !== '' && (
              <ProseBox>
                <blockquote>{article.head.question}</blockquote>
              </ProseBox>
            )}
            {article.head.summary !== '' && <p className="muted">{article.head.summary}</p>}
            <p className="small muted">
              Topics: {article.head.topics.map((t) => t.label).join(', ') || 'none yet'}
            </p>
          </div>
          {article.sections.map((section, index) => {
            const byline = section.contributors.map((p) => p.byline.text).join('; ');
            return (
              <div key={section.id}>
                <p className={styles.label}>
                  <span>{isAnswers ? `Answer ${index + 1}` : byline}</span>
                  <span>
                    saved {when(section.saved_at)}
                    {section.saved_by !== null && ` by ${section.saved_by.byline.name}`}
                  </span>
                </p>
                <Prose html={section.body_html} {...(isAnswers ? { runIn: `${byline}:` } : {})} />
                <Declared section={section} />
              </div>
            );
          })}
        </div>
      </div>
    </Panel>
  );
}

/** Only what was answered with yes, or not at all, needs an editor's eye. */
function Declared({ section }: { section: Article['sections'][number] }) {
  const said = questions.filter(({ key }) => section.declarations[key].answer === 'yes');
  if (said.length === 0) return null;
  return (
    <ul className="small muted stack-s" style={{ marginTop: 12 }}>
      {said.map(({ key, text }) => (
        <li key={key}>
          {text} <strong>{answerWords(key, section.declarations[key])}</strong>
        </li>
      ))}
    </ul>
  );
}
