import { Spotlight, spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { fetchMine, fetchQueue } from '@/api/articles';
import { fetchPeople } from '@/api/people';
import { useIsEditor } from '@/session';
import { rowByline, titleOf } from '@/words';

export const openFinder = (): void => spotlight.open();

/** Find an article, a person, an action. */
export function Finder() {
  const navigate = useNavigate();
  const editor = useIsEditor();
  const [isOpen, setOpen] = useState(false);
  const mine = useQuery({ queryKey: ['mine'], queryFn: fetchMine, enabled: isOpen });
  const queue = useQuery({ queryKey: ['queue'], queryFn: fetchQueue, enabled: isOpen && editor });
  const people = useQuery({ queryKey: ['people', ''], queryFn: () => fetchPeople(''), enabled: isOpen && editor });

  const reviewed = (queue.data ?? []).flatMap((group) => group.items);
  const written = (mine.data ?? []).filter((row) => !reviewed.some((r) => r.id === row.id));
  const go = (to: string) => () => void navigate({ to });
  const groups: SpotlightActionGroupData[] = [
    {
      group: 'Actions',
      actions: [
        { id: 'new', label: 'New article', onClick: go('/articles/new') },
        { id: 'me', label: 'My byline and profile', onClick: go('/me') },
        ...(editor
          ? [
              { id: 'home', label: 'Home', onClick: go('/') },
              { id: 'articles', label: 'Articles', onClick: go('/articles') },
              { id: 'people', label: 'People', onClick: go('/people') },
              { id: 'topics', label: 'Topics', onClick: go('/topics') },
              { id: 'disclaimers', label: 'Disclaimers', onClick: go('/disclaimers') },
              { id: 'help', label: 'Help directory', onClick: go('/help') },
            ]
          : []),
      ],
    },
    {
      group: 'Articles',
      actions: [
        ...reviewed.map((row) => ({ id: row.id, label: titleOf(row), description: rowByline(row), onClick: go(`/articles/${row.id}/review`) })),
        ...written.map((row) => ({ id: row.id, label: titleOf(row), description: rowByline(row), onClick: go(`/articles/${row.id}`) })),
      ],
    },
    {
      group: 'People',
      actions: (people.data ?? []).map((p) => ({ id: `person-${p.id}`, label: p.byline.text, onClick: go(`/people/${p.id}`) })),
    },
  ];

  return (
    <Spotlight
      shortcut={['mod + K']}
      actions={groups.filter((g) => g.actions.length > 0)}
      limit={12}
      nothingFound="Nothing found"
      searchProps={{ placeholder: 'Find an article, a person, an action', 'aria-label': 'Find an article, a person, an action' }}
      onSpotlightOpen={() => setOpen(true)}
      overlayProps={{ blur: 0, color: 'var(--veil)', backgroundOpacity: 1 }}
      transitionProps={{ duration: 0 }}
    />
  );
}
