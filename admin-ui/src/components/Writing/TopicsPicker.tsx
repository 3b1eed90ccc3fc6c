import { MultiSelect } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { setTopics } from '@/api/drafts';
import type { Article, Topic } from '@/api/shapes';
import { fetchTopics } from '@/api/site';
import { Note } from '@/components/Panel/Panel';
import { ActProblem } from '@/components/Problem/Problem';

/** Topics are for finding; nobody signs them, and they can change at any time. The first is the main one. */
export function TopicsPicker({ article }: { article: Article }) {
  const client = useQueryClient();
  const topics = useQuery({ queryKey: ['topics'], queryFn: fetchTopics, staleTime: 600_000 });
  const [chosen, setChosen] = useState(article.head.topics.map((t) => t.id));
  const [error, setError] = useState<unknown>(null);
  const choose = async (ids: string[]) => {
    const before = chosen;
    setChosen(ids);
    setError(null);
    try {
      await setTopics(article.id, ids);
      const picked = ids.flatMap((id) => (topics.data ?? []).filter((t) => t.id === id));
      client.setQueryData<Article>(['draft', article.id], (old) => old && { ...old, head: { ...old.head, topics: picked } });
    } catch (caught) {
      setChosen(before);
      setError(caught);
    }
  };
  const flagged = (topics.data ?? []).filter((t) => chosen.includes(t.id) && t.flag !== 'none');
  return (
    <div className="stack-s">
      <MultiSelect
        aria-label="Topics"
        description="The first one is the main one."
        placeholder={chosen.length === 0 ? 'Choose topics' : ''}
        data={grouped(topics.data ?? [])}
        value={chosen}
        searchable
        hidePickedOptions
        nothingFoundMessage="No topic has that name"
        onChange={(ids) => void choose(ids)}
      />
      {error !== null && <ActProblem error={error} not="changed" />}
      {flagged.length > 0 && (
        <Note>
          <p>The page will open with the box “Get help now”, because of the topic {flagged.map((t) => t.label).join(', ')}.</p>
        </Note>
      )}
    </div>
  );
}

function grouped(topics: readonly Topic[]): { group: string; items: { value: string; label: string }[] }[] {
  return topics
    .filter((topic) => topic.group === null)
    .map((group) => ({
      group: group.label,
      items: topics.filter((t) => t.group === group.id).map((t) => ({ value: t.id, label: t.label })),
    }))
    .filter((group) => group.items.length > 0);
}
