import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Note } from '@/components/Panel/Panel';
import { Waiting } from '@/components/Problem/Problem';
import styles from './ReaderPage.module.css';
import { follow, isPage, leaveOutTheSite, openElsewhere } from './frame';

interface ReaderPageProps {
  /** The page that readers will be given, as the server makes it. */
  src: string;
  /** What stands in it, for who hears the screen. */
  title: string;
  /** Offers to keep a copy. */
  copy?: boolean;
}

/** The page as readers will see it, its article whole and without a scroll of its own. Nothing in it runs. */
export function ReaderPage({ src, title, copy = false }: ReaderPageProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [tries, setTries] = useState(0);
  const [shown, setShown] = useState<Document | 'nothing' | null>(null);
  const [height, setHeight] = useState(0);
  useEffect(() => (shown === null || shown === 'nothing' ? undefined : follow(shown, setHeight)), [shown]);

  const look = () => {
    const page = frame.current?.contentDocument ?? null;
    if (!isPage(page)) return setShown('nothing');
    openElsewhere(page);
    leaveOutTheSite(page);
    setShown(page);
  };
  if (shown === 'nothing') {
    const again = () => {
      setShown(null);
      setTries(tries + 1);
    };
    return (
      <Note
        tone="bad"
        title="We could not load the page."
        actions={
          <Button size="xs" onClick={again}>
            Try again
          </Button>
        }
      >
        <p>The server did not answer with it. Nothing is lost.</p>
      </Note>
    );
  }
  return (
    <div className={styles.page}>
      {shown === null && <Waiting what="the page" />}
      <iframe
        key={tries}
        ref={frame}
        className={styles.frame}
        data-shown={shown !== null}
        src={src}
        title={title}
        // Of this site, so that its height can be read; without scripts, and its links open elsewhere.
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-modals"
        style={{ height }}
        onLoad={look}
      />
      {copy && shown !== null && (
        <p className={styles.copy}>
          <Button onClick={() => frame.current?.contentWindow?.print()}>Save a copy</Button>
        </p>
      )}
    </div>
  );
}
