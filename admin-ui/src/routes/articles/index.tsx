import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { fetchAll } from '@/api/articles';
import type { ArticleRow } from '@/api/shapes';
import { Page, PageBar } from '@/components/PageBar/PageBar';
import { Nothing, Panel } from '@/components/Panel/Panel';
import { NotLoaded, Waiting } from '@/components/Problem/Problem';
import { QueueGroup } from '@/components/Queue/QueueGroup';
import styles from '@/components/Queue/Queue.module.css';
import { useRowKeys } from '@/components/Queue/useRowKeys';

/** Every article there is, live or under way; the one changed last comes first. */
export function Articles() {
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words.trim(), 250);
  const all = useInfiniteQuery({
    queryKey: ['articles', q],
    queryFn: ({ pageParam }) => fetchAll(q, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const rows = all.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <PageBar
        title="Articles"
        sub={<span>The one changed last comes first</span>}
        actions={
          <Button variant="filled" renderRoot={(props) => <Link {...props} to="/articles/new" />}>
            New article
          </Button>
        }
      />
      <Page>
        <div className={styles.tools}>
          <TextInput
            type="search"
            aria-label="Search titles"
            placeholder="Search titles"
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        </div>
        {rows === undefined && !all.isError && <Waiting what="the articles" />}
        {rows === undefined && all.isError && <NotLoaded error={all.error} what="the articles" again={() => void all.refetch()} />}
        {rows !== undefined && <Rows rows={rows} q={q} onAll={() => setWords('')} />}
        {all.hasNextPage && (
          <p className={styles.more}>
            <Button loading={all.isFetchingNextPage} onClick={() => void all.fetchNextPage()}>
              Show more
            </Button>
          </p>
        )}
      </Page>
    </>
  );
}

function Rows({ rows, q, onAll }: { rows: ArticleRow[]; q: string; onAll: () => void }) {
  const at = useRowKeys(rows.map((row) => row.id));
  if (rows.length > 0) return <QueueGroup group={{ key: 'all', label: q === '' ? 'All articles' : 'Found', items: rows }} at={at} counted={false} />;
  return (
    <Panel>
      {q === '' ? (
        <Nothing title="No articles yet">Begin one, or wait for somebody to submit one.</Nothing>
      ) : (
        <Nothing title="No article has these words in its title" action={<Button onClick={onAll}>Show everything</Button>} />
      )}
    </Panel>
  );
}
