import { Fragment, use, useMemo, type ReactNode } from 'react';
import type { Picture } from '@/saving/sectionText';
import { drawHtml, type Draw } from './html';
import { PictureRoot, withPictures } from './pictures';
import styles from './Prose.module.css';

interface ProseProps {
  html: string;
  /** "Name, LETTERS:" printed at the head of the first paragraph. */
  runIn?: string;
  draw?: Draw;
  /** What is said of the pictures in it. */
  pictures?: readonly Picture[];
  className?: string;
}

/** Text as it will be read, in the serif of the texts that people sign. */
export function Prose({ html, runIn, draw, pictures, className }: ProseProps) {
  const root = use(PictureRoot);
  const nodes = useMemo(() => drawHtml(html, withRunIn(runIn, withPictures(pictures ?? [], root, draw))), [html, runIn, draw, pictures, root]);
  return <div className={`${styles.prose} ${className ?? ''}`}>{nodes}</div>;
}

export function ProseBox({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={`${styles.prose} ${className ?? ''}`}>{children}</div>;
}

/** A byline stands in the first paragraph; a text that opens otherwise gets a line of its own. */
function withRunIn(runIn: string | undefined, draw: Draw | undefined): Draw | undefined {
  if (runIn === undefined) return draw;
  return (element, children, key) => {
    const own = draw?.(element, children, key);
    if (own !== undefined || key !== '0') return own;
    const name = (
      <b key="run-in" className={styles.runIn}>
        {runIn}{' '}
      </b>
    );
    if (element.nodeName === 'P') return <p key={key}>{[name, ...children]}</p>;
    return (
      <Fragment key={key}>
        <p>{name}</p>
        {drawHtml(element.outerHTML, draw)}
      </Fragment>
    );
  };
}

export { styles as proseStyles };
