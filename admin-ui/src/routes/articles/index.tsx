import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { fetchQueue } from '@/api/articles';
import type { ArticleRow, CandidateState } from '@/api/shapes';
import { Page, PageBar } from '@/components/PageBar/PageBar';
import { Nothing, Panel } from '@/components/Panel/Panel';
import { Loaded } from '@/components/Problem/Problem';
import { Chips } from '@/components/Queue/Chips';
import { QueueGroup } from '@/components/Queue/QueueGroup';
import styles from '@/components/Queue/Queue.module.css';
import { useRowKeys } from '@/components/Queue/useRowKeys';
import { count, editorState, rowByline, titleOf } from '@/words';

/** Everything under way, whoever it waits for. */
export function Articles() {
  const queue = useQuery({ queryKey: ['queue'], queryFn: fetchQueue });
  return (
    <>
      <PageBar
        title="Articles"
        sub={
          <span>
            Everything under way. What is live stands <a href="/articles">on the site</a>
          </span>
        }
        actions={
          <Button variant="filled" renderRoot={(props) => <Link {...props} to="/articles/new" />}>
            New article
          </Button>
        }
      />
      <Page>
        <Loaded query={queue} what="the articles">
          {(groups) => <All rows={unique(groups.flatMap((group) => group.items))} />}
        </Loaded>
      </Page>
    </>
  );
}

const unique = (rows: ArticleRow[]): ArticleRow[] => [...new Map(rows.map((row) => [row.id, row])).values()];

function All({ rows }: { rows: ArticleRow[] }) {
  const [show, setShow] = useState<string>('all');
  const [words, setWords] = useState('');
  const states = [...new Set(rows.map((row) => row.candidate?.state).filter((s): s is CandidateState => s !== undefined))];
  const shown = rows
    .filter((row) => show === 'all' || row.candidate?.state === show)
    .filter((row) => `${titleOf(row)} ${row.bylines.map((b) => b.text).join(' ')}`.toLowerCase().includes(words.toLowerCase()));
  const at = useRowKeys(shown.map((row) => row.id));
  const options = [
    { value: 'all', label: 'Any state', count: rows.length },
    ...states.map((state) => {
      const of = rows.filter((row) => row.candidate?.state === state);
      return { value: state, label: of[0] === undefined ? state : editorState({ ...of[0], signatures: undefined }).text, count: of.length };
    }),
  ];
  return (
    <>
      <div className={styles.tools}>
        <Chips legend="State" name="state" value={show} options={options} onChange={setShow} />
        <TextInput
          type="search"
          aria-label="Search titles and people"
          placeholder="Search titles and people"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      {shown.length === 0 ? (
        <Panel>
          <Nothing title={rows.length === 0 ? 'Nothing is under way' : 'No article fits these filters'}>
            {rows.length === 0 ? 'Begin one, or wait for somebody to submit one.' : `${count(rows.length, 'does', 'do')} without them.`}
          </Nothing>
        </Panel>
      ) : (
        <QueueGroup group={{ key: 'unassigned', label: 'Under way', items: shown }} at={at} />
      )}
      <p className="sr" role="status">
        {words === '' ? '' : `${count(shown.length, 'article fits', 'articles fit')}: ${shown.slice(0, 3).map(rowByline).join(', ')}`}
      </p>
    </>
  );
}
