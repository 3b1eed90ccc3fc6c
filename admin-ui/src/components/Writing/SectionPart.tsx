import type { Editor } from '@tiptap/react';
import { useState, useSyncExternalStore } from 'react';
import { deleteSection, orderSections } from '@/api/drafts';
import type { Article, Section } from '@/api/shapes';
import { printedLine } from '@/byline';
import { Ask } from '@/components/Dialogs/Ask';
import { toast } from '@/components/Dialogs/toast';
import { wordCount } from '@/components/Prose/html';
import { explain } from '@/components/Problem/Problem';
import { References } from '@/components/References/References';
import { withoutCitations } from '@/components/RichText/cite/citations';
import { RichText } from '@/components/RichText/RichText';
import type { TextKeys } from '@/components/RichText/extensions';
import type { SectionSaver } from '@/saving/draft';
import { useIsEditor, useMe } from '@/session';
import { count, names } from '@/words';
import { NameAuthor } from './NameAuthor';
import { Names } from './Names';
import { PresenceNote } from './PresenceNote';
import type { PartPresence } from './usePresence';
import styles from './Writing.module.css';

interface SectionPartProps {
  article: Article;
  section: Section;
  saver: SectionSaver;
  presence: PartPresence;
  keys: TextKeys;
  onFocus: (editor: Editor) => void;
  onChanged: () => Promise<unknown>;
  onRemoved: () => Promise<unknown>;
}

/** One clinician's part: who wrote it, what readers will see above it, and the text. */
export function SectionPart({ article, section, saver, presence, keys, onFocus, onChanged, onRemoved }: SectionPartProps) {
  const text = useSyncExternalStore(saver.subscribe, () => saver.text);
  const index = article.sections.findIndex((s) => s.id === section.id);
  const who = names(section.contributors) || 'nobody yet';
  const heading = article.kind === 'article' ? 'Text' : `Answer ${index + 1}: ${who}`;
  return (
    <section className={styles.part} id={`s-${section.id}`} aria-labelledby={`h-${section.id}`}>
      <div className={styles.partHead}>
        <h2 id={`h-${section.id}`}>{heading}</h2>
        <span className="hint num">{count(wordCount(text.html), 'word')}</span>
      </div>
      <div className={styles.who}>
        <div>
          <span className="label">Written by</span>
          <Names article={article} section={section} onChanged={onChanged} />
          {section.contributors.length === 0 && <NameAuthor article={article} section={section} onChanged={onChanged} />}
        </div>
        <div>
          <span className="label">Readers see</span>
          <p className={styles.prints}>
            {section.contributors.length > 0 && printedLine(section.contributors.map((p) => p.byline)) + (article.kind === 'expert_answers' ? ':' : '')}
          </p>
        </div>
      </div>
      <PresenceNote
        presence={presence}
        what={article.kind === 'article' ? 'this text' : 'this answer'}
        onHandOver={() => saver.saveAll()}
      />
      <RichText
        isReadOnly={presence.other !== null}
        id={`t-${section.id}`}
        html={text.html}
        pictures={text.pictures}
        label={article.kind === 'article' ? 'Text of the article' : `Answer by ${who}`}
        language={article.language}
        keys={keys}
        onChange={(html, pictures) => {
          saver.edit({ ...saver.text, html, pictures });
          presence.typed();
        }}
        onFocus={onFocus}
      />
      <References
        id={`r-${section.id}`}
        text={text}
        {...(article.kind === 'expert_answers' && { answer: heading })}
        isReadOnly={presence.other !== null}
        onChange={(works) => {
          saver.edit({ ...saver.text, works });
          presence.typed();
        }}
        onRemove={(work) => {
          const works = saver.text.works.filter((one) => one.id !== work.id);
          saver.edit({ ...saver.text, works, html: withoutCitations(saver.text.html, work.id) });
        }}
      />
      {article.sections.length > 1 && (
        <PartFoot article={article} section={section} index={index} onChanged={onChanged} onRemoved={onRemoved} />
      )}
    </section>
  );
}

function PartFoot({ article, section, index, onChanged, onRemoved }: Pick<SectionPartProps, 'article' | 'section' | 'onChanged' | 'onRemoved'> & { index: number }) {
  const me = useMe();
  const editor = useIsEditor();
  const [isRemoving, setRemoving] = useState(false);
  const isOthers = !section.contributors.some((p) => p.id === me.id);
  const move = async (by: 1 | -1) => {
    const ids = article.sections.map((s) => s.id);
    ids.splice(index, 1);
    ids.splice(index + by, 0, section.id);
    try {
      await orderSections(article.id, ids);
      await onChanged();
    } catch (error) {
      toast(explain(error, 'moved').title, 'bad');
    }
  };
  const isNamed = section.contributors.length > 0;
  const who = names(section.contributors) || 'nobody yet';
  return (
    <div className={styles.partFoot}>
      {index > 0 && (
        <button type="button" className="link" onClick={() => void move(-1)}>
          Move up<span className="sr">: answer by {who}</span>
        </button>
      )}
      {index < article.sections.length - 1 && (
        <button type="button" className="link" onClick={() => void move(1)}>
          Move down<span className="sr">: answer by {who}</span>
        </button>
      )}
      {(editor || isOthers) && (
        <button type="button" className="link bad" onClick={() => setRemoving(true)}>
          Take this answer out<span className="sr">: {who}</span>
        </button>
      )}
      <Ask
        opened={isRemoving}
        onClose={() => setRemoving(false)}
        title={isNamed ? `Take out the answer by ${who}?` : `Take out answer ${index + 1}?`}
        verb="Take it out"
        back="Leave it in"
        tone="bad"
        not="taken out"
        act={async () => {
          await deleteSection(article.id, section.id);
          await onRemoved();
        }}
      >
        <p>The text stays in History.{isNamed && ` ${who} ${section.contributors.length === 1 ? 'is' : 'are'} no longer asked to sign.`}</p>
      </Ask>
    </div>
  );
}
