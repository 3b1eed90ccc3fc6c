import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { fetchMine } from '@/api/articles';
import type { ArticleRow } from '@/api/shapes';
import { recall } from '@/api/signing';
import { Ask } from '@/components/Dialogs/Ask';
import { toast } from '@/components/Dialogs/toast';
import { StartFromWordElsewhere } from '@/components/Intake/StartFromWord';
import { Page, PageBar } from '@/components/PageBar/PageBar';
import { Nothing, Panel } from '@/components/Panel/Panel';
import { Loaded } from '@/components/Problem/Problem';
import { useMail, useMe } from '@/session';
import { ago, greeting, weekday } from '@/time';
import { count, firstName, titleOf } from '@/words';
import { asksOf, type AuthorAsk } from './asks';
import { MineRow } from './MineRow';
import styles from './Mine.module.css';

export function HomeAuthor() {
  const me = useMe();
  const mine = useQuery({ queryKey: ['mine'], queryFn: fetchMine, refetchOnWindowFocus: true, staleTime: 0 });
  const isAsked = mine.data !== undefined && asksOf(mine.data, me.id).length > 0;
  return (
    <>
      <PageBar
        title="My articles"
        sub={
          <span>
            {greeting()}, {firstName(me.byline.name)}
          </span>
        }
        actions={
          <Button variant={isAsked ? 'default' : 'filled'} renderRoot={(props) => <Link {...props} to="/articles/new" />}>
            New article
          </Button>
        }
      />
      <Page>
        <div className="stack-l narrow">
          <Loaded query={mine} what="your articles">
            {(rows) => <Mine rows={rows} />}
          </Loaded>
          <StartFromWordElsewhere />
        </div>
      </Page>
    </>
  );
}

function Mine({ rows }: { rows: ArticleRow[] }) {
  const me = useMe();
  const client = useQueryClient();
  const mail = useMail();
  const [taking, setTaking] = useState<ArticleRow | null>(null);
  if (rows.length === 0) {
    return (
      <Panel>
        <Nothing title="No articles yet">Begin one with “New article”. You can stop at any sentence; it is kept.</Nothing>
      </Panel>
    );
  }
  const asks = asksOf(rows, me.id);
  const declined = rows.filter((row) => row.candidate?.state === 'declined');
  const askedFirst = (row: ArticleRow) => Number(asks.some((ask) => ask.row.id === row.id));
  const underWay = rows
    .filter((row) => row.candidate !== null && row.candidate.state !== 'declined')
    .sort((a, b) => askedFirst(b) - askedFirst(a));
  const rest = rows.filter((row) => row.candidate === null);
  const published = rest.filter((row) => row.public.state === 'live' || row.public.state === 'under_concern');
  const gone = [...declined, ...rest.filter((row) => !published.includes(row))];
  const takeBack = async () => {
    if (taking === null) return;
    await recall(taking.id);
    await client.invalidateQueries({ queryKey: ['mine'] });
    toast('Taken back. It is your draft again.');
  };
  return (
    <>
      {asks.length > 0 && (
        <Panel title="Asked of you" aside={<span className="muted small">{count(asks.length, 'thing')}</span>}>
          {asks.map((ask, i) => (
            <AskRow key={ask.row.id} ask={ask} first={i === 0} />
          ))}
        </Panel>
      )}
      <Group title="Under way" rows={underWay} onTakeBack={setTaking} />
      <Group title="Published" rows={published} />
      <Group title="Not published" rows={gone} />
      <Ask
        opened={taking !== null}
        onClose={() => setTaking(null)}
        title={`Take back “${taking === null ? '' : titleOf(taking)}”?`}
        verb="Take back"
        back="Leave it with them"
        not="taken back"
        act={takeBack}
      >
        <p>It becomes your draft again. {taking?.editor != null && mail ? `${taking.editor.byline.name} is told by mail.` : 'The editors no longer see it in their list.'}</p>
      </Ask>
    </>
  );
}

function Group({ title, rows, onTakeBack }: { title: string; rows: ArticleRow[]; onTakeBack?: (row: ArticleRow) => void }) {
  if (rows.length === 0) return null;
  return (
    <Panel title={title}>
      {rows.map((row) => (
        <MineRow key={row.id} row={row} onTakeBack={onTakeBack} />
      ))}
    </Panel>
  );
}

const VERBS = { sign: 'Read and sign', change: 'Read and change', agree: 'Read and decide' };

function AskRow({ ask, first }: { ask: AuthorAsk; first: boolean }) {
  const { row } = ask;
  const joint = ask.kind === 'agree' ? row.joint_act : null;
  const since = joint?.asked_at ?? row.waiting_since ?? row.candidate?.since ?? row.updated_at;
  const by = joint?.asked_by.byline.name ?? row.candidate?.by?.byline.name;
  const params = { id: row.id };
  return (
    <div className={styles.ask}>
      <div>
        <h3>{ask.title}</h3>
        <p>{ask.text}</p>
        <p className="muted small">
          Asked {by === undefined ? '' : `by ${by} `}on {weekday(since)}, {ago(since)}
        </p>
      </div>
      <Button
        variant={first ? 'filled' : 'default'}
        renderRoot={(props) =>
          ask.kind === 'sign' ? (
            <Link {...props} to="/articles/$id/proof" params={params} />
          ) : (
            <Link {...props} to="/articles/$id" params={params} />
          )
        }
      >
        {VERBS[ask.kind]}
        <span className="sr">: {titleOf(row)}</span>
      </Button>
    </div>
  );
}
