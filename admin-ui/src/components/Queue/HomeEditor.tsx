import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { fetchQueue } from '@/api/articles';
import type { ArticleRow, QueueGroup as Group } from '@/api/shapes';
import { openFinder } from '@/components/Finder/Finder';
import { StartFromWordElsewhere } from '@/components/Intake/StartFromWord';
import { Page, PageBar } from '@/components/PageBar/PageBar';
import { Nothing, Panel } from '@/components/Panel/Panel';
import { Loaded } from '@/components/Problem/Problem';
import { weekday } from '@/time';
import { count, rowByline, titleOf } from '@/words';
import { Chips } from './Chips';
import { NothingUnderWay } from './FirstSteps';
import { QueueGroup } from './QueueGroup';
import styles from './Queue.module.css';
import { useRowKeys } from './useRowKeys';

const route = getRouteApi('/signed-in/shell/');
/** Groups in which a clinician, not an editor, has the next word. */
const WITH_AUTHORS = new Set(['waiting_author']);

export function HomeEditor() {
  const queue = useQuery({ queryKey: ['queue'], queryFn: fetchQueue, refetchOnWindowFocus: true });
  return (
    <>
      <PageBar
        title="Home"
        sub={<span>{weekday(new Date().toISOString())}</span>}
        actions={
          <>
            <Button className="not-phone" onClick={openFinder}>
              Find&nbsp;<kbd>Ctrl K</kbd>
            </Button>
            <Button variant="filled" renderRoot={(props) => <Link {...props} to="/articles/new" />}>
              New article
            </Button>
          </>
        }
      />
      <Page>
        <Loaded query={queue} what="the articles">
          {(groups) => <Queue groups={groups} />}
        </Loaded>
        <div style={{ marginTop: 24 }}>
          <StartFromWordElsewhere />
        </div>
      </Page>
    </>
  );
}

function Queue({ groups }: { groups: Group[] }) {
  const { show = 'all' } = route.useSearch();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const filled = groups.filter((group) => group.items.length > 0);
  const all = filled.flatMap((group) => group.items);
  const shown = filled
    .filter((group) => show === 'all' || group.key === show)
    .map((group) => ({ ...group, items: group.items.filter((row) => fits(row, words)).sort(longestFirst) }))
    .filter((group) => group.items.length > 0);
  const at = useRowKeys(shown.flatMap((group) => group.items.map((row) => row.id)));

  if (all.length === 0) return <NothingUnderWay otherwise={<Done waiting={0} />} />;
  const options = [
    { value: 'all', label: 'Everything', count: all.length },
    ...groups
      .filter((group) => group.items.length > 0 || group.key === show || group.key === 'awaiting_you')
      .map((group) => ({ value: group.key, label: group.label, count: group.items.length })),
  ];
  const choose = (value: string) => void navigate({ to: '/', search: value === 'all' ? {} : { show: value }, replace: true });
  const isEmptyGroup = words === '' && shown.length === 0;
  const withAuthors = groups.filter((g) => WITH_AUTHORS.has(g.key)).reduce((sum, g) => sum + g.items.length, 0);
  return (
    <>
      <div className={styles.tools}>
        <Chips legend="Show" name="show" value={show} options={options} onChange={choose} />
        <TextInput
          type="search"
          aria-label="Search titles and people"
          placeholder="Search titles and people"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      {isEmptyGroup && show === 'awaiting_you' && <Done waiting={withAuthors} />}
      {shown.length === 0 && !(isEmptyGroup && show === 'awaiting_you') && (
        <Panel>
          <Nothing
            title="No article fits these filters"
            action={
              <Button
                onClick={() => {
                  setWords('');
                  choose('all');
                }}
              >
                Show everything
              </Button>
            }
          >
            {count(all.length, 'does', 'do')} without them.
          </Nothing>
        </Panel>
      )}
      {shown.map((group) => (
        <QueueGroup key={group.key} group={group} at={at} />
      ))}
    </>
  );
}

/** Whoever waits longest stands first. */
const longestFirst = (a: ArticleRow, b: ArticleRow): number =>
  (a.waiting_since ?? a.updated_at).localeCompare(b.waiting_since ?? b.updated_at);

function fits(row: ArticleRow, words: string): boolean {
  const hay = [titleOf(row), rowByline(row), ...row.bylines.map((b) => b.text)].join(' ').toLowerCase();
  return words.toLowerCase().split(/\s+/).every((word) => hay.includes(word));
}

function Done({ waiting }: { waiting: number }) {
  return (
    <Panel>
      <Nothing title="Nothing awaits you">
        {waiting === 0 ? 'Nothing is under way.' : `${count(waiting, 'article is', 'articles are')} waiting for ${waiting === 1 ? 'its author' : 'their authors'}.`}
      </Nothing>
    </Panel>
  );
}
