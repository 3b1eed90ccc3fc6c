import { Button, Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { mergePerson } from '@/api/people';
import type { PersonRef, PersonRow } from '@/api/shapes';
import { Ask } from '@/components/Dialogs/Ask';
import { toast } from '@/components/Dialogs/toast';
import { Panel } from '@/components/Panel/Panel';
import panel from '@/components/Panel/Panel.module.css';
import { Tag } from '@/components/State/State';
import { count } from '@/words';
import styles from './People.module.css';

interface MergeSuggestionProps {
  one: PersonRow;
  other: PersonRow;
  onSame: () => void;
  onDifferent: () => void;
}

/** A suggestion, never done by itself. */
export function MergeSuggestion({ one, other, onSame, onDifferent }: MergeSuggestionProps) {
  const articles = one.articles + other.articles;
  return (
    <Panel title={`Is “${other.byline.name}” the same person?`} aside={<Tag tone="warn">Suggestion</Tag>}>
      <div className={`${panel.pad} stack`}>
        <div className={styles.versus}>
          {[one, other].map((p) => (
            <div key={p.id}>
              <strong>{p.byline.text}</strong>
              <p className="small muted">
                {p.account === null ? 'no account' : 'has an account'} · {count(p.articles, 'article')}
              </p>
            </div>
          ))}
        </div>
        <p className="small">
          If they are one person, {articles === 1 ? 'the article stands' : articles === 0 ? 'all articles stand' : `all ${articles} articles stand`} on one
          profile; every byline stays as it was printed; signatures of both count as one person’s.
        </p>
        <div className="row">
          <Button onClick={onSame}>They are one person…</Button>
          <Button onClick={onDifferent}>Two different people</Button>
        </div>
      </div>
    </Panel>
  );
}

interface MergeDialogProps {
  opened: boolean;
  /** The person who stays. */
  into: PersonRef;
  all: PersonRow[];
  /** The person who joins, when it was suggested. */
  chosen: PersonRow | null;
  onClose: () => void;
  onMerged: (into: string) => void;
}

export function MergeDialog({ opened, into, all, chosen, onClose, onMerged }: MergeDialogProps) {
  const client = useQueryClient();
  const [picked, setPicked] = useState<string | null>(null);
  const gone = chosen ?? all.find((p) => p.id === picked) ?? null;
  const act = async () => {
    if (gone === null) return;
    const { articles, lost_second_person: lost } = await mergePerson(gone.id, into.id);
    await client.invalidateQueries({ queryKey: ['people'] });
    await client.invalidateQueries({ queryKey: ['person', into.id] });
    toast(`${count(articles, 'article stands', 'articles stand')} on one profile.`);
    if (lost > 0) toast(`${count(lost, 'article loses its', 'articles lose their')} second person. They need another signature.`, 'bad');
    setPicked(null);
    onMerged(into.id);
  };
  return (
    <Ask
      opened={opened}
      onClose={onClose}
      title="Are these one person?"
      verb="They are one person"
      not="joined"
      act={act}
      check={() => (gone === null ? 'Please choose the other person.' : null)}
    >
      {chosen === null && (
        <Select
          label={`Who is the same person as ${into.byline.name}?`}
          placeholder="Choose a person"
          searchable
          data={all.filter((p) => p.id !== into.id).map((p) => ({ value: p.id, label: p.byline.text }))}
          value={picked}
          onChange={setPicked}
        />
      )}
      {gone !== null && (
        <p>
          <strong>{gone.byline.text}</strong> joins <strong>{into.byline.text}</strong>. Their articles stand on one profile; printed bylines stay.
          Signatures of both count as one, also looking back.
        </p>
      )}
      <p className="hint">It goes on the record, and so would taking it apart again.</p>
    </Ask>
  );
}
