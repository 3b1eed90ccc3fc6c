import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { fetchChangesSince, type Earlier } from '@/api/drafts';
import type { ChangesSince, Kind } from '@/api/shapes';
import { Loaded } from '@/components/Problem/Problem';
import { drawChanges } from '@/components/Proof/drawChanges';
import { numberMarks } from '@/components/Proof/marks';
import { useWalk } from '@/components/Proof/useWalk';
import { drawHtml } from '@/components/Prose/html';
import { Prose, ProseBox } from '@/components/Prose/Prose';
import { changesLine, list } from '@/words';
import styles from './Since.module.css';
import { keyOfChange, keysOf, nameOf } from './since';

interface SinceProps {
  article: string;
  kind: Kind | undefined;
  earlier: Earlier;
}

/** What changed between one line of the history and now, read when asked for. */
export function Since(props: SinceProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="stack-s">
      <p>
        <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide what changed since' : 'Show what changed since'}
        </button>
      </p>
      {isOpen && <Changes {...props} />}
    </div>
  );
}

function Changes({ article, kind, earlier }: SinceProps) {
  const since = useQuery({ queryKey: ['since', article, earlier], queryFn: () => fetchChangesSince(article, earlier), staleTime: 0 });
  return (
    <Loaded query={since} what="what changed">
      {(found) => <Compared since={found} kind={kind} name={earlier.id} />}
    </Loaded>
  );
}

/** Both texts in one: new words underlined, those that are gone struck through. */
function Compared({ since, kind, name }: { since: ChangesSince; kind: Kind | undefined; name: string }) {
  const changes = useMemo(() => keysOf(since, name).map((key, index) => ({ key, number: index + 1 })), [since, name]);
  const walk = useWalk(changes);
  const same = since.parts.filter((part) => part.changes.length === 0).map((part) => nameOf(part, kind));
  const marking = { changes, putBack: NOTHING_BACK, at: walk.at };
  return (
    <section className={`stack ${styles.since}`} aria-label="What changed since">
      <div className={styles.top}>
        <p role="status">{walk.place === null ? changesLine(since) : `Change ${walk.place} of ${changes.length}`}</p>
        {changes.length > 0 && (
          <div className="row">
            <Button size="xs" onClick={() => walk.go(-1)}>
              Previous change
            </Button>
            <Button size="xs" onClick={() => walk.go(1)}>
              Next change
            </Button>
          </div>
        )}
      </div>
      {since.parts
        .filter((part) => part.changes.length > 0)
        .map((part) => {
          const draw = drawChanges((number) => keyOfChange(name, part, number), marking);
          const html = numberMarks(part.marked_html);
          return (
            <div key={keyOfChange(name, part, 0)} className="stack-s">
              <h2 className={styles.part}>{nameOf(part, kind)}</h2>
              {part.part === 'section' ? (
                <Prose html={html} draw={draw} />
              ) : (
                <ProseBox>
                  <p>{drawHtml(html, draw)}</p>
                </ProseBox>
              )}
            </div>
          );
        })}
      {same.length > 0 && changes.length > 0 && <p className="hint">Unchanged: {list(same)}.</p>}
    </section>
  );
}

const NOTHING_BACK: ReadonlySet<string> = new Set();

