import { Drawer } from '@mantine/core';
import { useState } from 'react';
import type { Article } from '@/api/shapes';
import { useMe } from '@/session';
import { names } from '@/words';
import { places } from './places';
import { useHeadings, type Heading } from './useHeadings';
import styles from './Writing.module.css';

interface OutlineProps {
  article: Article;
  /** The part in which one writes. */
  at: string;
  /** The texts of the sections, in their order. */
  texts: readonly string[];
}

/** The parts of the article and the headings in them, at the left of a wide screen. */
export function Outline(props: OutlineProps) {
  const headings = useHeadings(props.texts);
  return (
    <nav className={styles.outline} aria-label="Parts of this article">
      <Parts {...props} headings={headings} onGo={(go) => go()} />
    </nav>
  );
}

/** The same behind a button where there is no room beside the text. */
export function OutlineDrawer(props: OutlineProps) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button type="button" className={styles.contents} onClick={() => setOpened(true)}>
        Contents
      </button>
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        title="Contents"
        size={320}
        transitionProps={{ duration: 0 }}
        closeButtonProps={{ 'aria-label': 'Close' }}
        // Whoever chose a heading goes on there, not at the button.
        returnFocus={false}
      >
        {opened && <DrawerParts {...props} onClose={() => setOpened(false)} />}
      </Drawer>
    </>
  );
}

function DrawerParts({ onClose, ...props }: OutlineProps & { onClose: () => void }) {
  const headings = useHeadings(props.texts);
  const goClosed = (go: () => void) => {
    onClose();
    requestAnimationFrame(go);
  };
  return (
    <nav className={styles.inDrawer} aria-label="Contents">
      <Parts {...props} headings={headings} onGo={goClosed} />
    </nav>
  );
}

interface PartsProps extends OutlineProps {
  headings: Heading[];
  onGo: (go: () => void) => void;
}

function Parts({ article, at, headings, onGo }: PartsProps) {
  const me = useMe();
  const many = article.sections.length > 1;
  const link = (place: string) => ({
    href: `#${place}`,
    onClick: () => onGo(() => document.getElementById(place)?.scrollIntoView({ block: 'start' })),
  });
  return (
    <>
      <a {...link(places.head)} {...(at === places.head ? { 'aria-current': true } : {})}>
        {article.kind === 'expert_answers' ? 'Title and question' : 'Title'}
      </a>
      {article.sections.map((section, index) => {
        const isMine = section.contributors.some((p) => p.id === me.id);
        const place = places.section(section.id);
        return (
          <div key={section.id}>
            <a {...link(place)} {...(at === section.id ? { 'aria-current': true } : {})}>
              {many ? `${index + 1}. ` : ''}
              {names(section.contributors) || 'Nobody yet'}
              <small>{section.contributors.length === 0 ? 'needs a name' : isMine ? 'yours' : 'signs this part'}</small>
            </a>
            <Headings headings={headings.filter((heading) => heading.section === place)} onGo={onGo} />
          </div>
        );
      })}
      {(article.kind === 'expert_answers' || article.sections[0]?.contributors.length !== 0) && <a {...link('add')}>Add a clinician</a>}
      <hr />
      <a {...link(places.topics)}>
        Topics
        <small>{article.head.topics.map((t) => t.label).join(', ') || 'none yet'}</small>
      </a>
    </>
  );
}

function Headings({ headings, onGo }: Pick<PartsProps, 'headings' | 'onGo'>) {
  if (headings.length === 0) return null;
  return (
    <ol className={styles.headings}>
      {headings.map(({ depth, words, isAt, go }, index) => (
        <li key={`${index}-${words}`} data-depth={depth}>
          <button type="button" onClick={() => onGo(go)} {...(isAt ? { 'aria-current': 'location' as const } : {})}>
            {words}
          </button>
        </li>
      ))}
    </ol>
  );
}
