import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { setContributors, type InRole } from '@/api/drafts';
import type { Article, ContributorRole, PersonRef, Section } from '@/api/shapes';
import { inOrder, ROLES } from '@/byline';
import { Ask } from '@/components/Dialogs/Ask';
import { toast } from '@/components/Dialogs/toast';
import { explain } from '@/components/Problem/Problem';
import { useMe } from '@/session';
import { list } from '@/words';
import { NameDialog, type Named } from './NameDialog';
import styles from './Writing.module.css';

interface NamesProps {
  article: Article;
  section: Section;
  onChanged: () => Promise<unknown>;
}

export const inRoles = (section: Section): InRole[] => section.contributors.map((p) => ({ person: p.id, role: p.byline.role }));

/** Names somebody more over a text. */
export async function addName(article: Article, section: Section, who: Named): Promise<void> {
  const over = inRoles(section);
  if ('person' in who) await setContributors(article.id, section.id, [...over, { person: who.person, role: who.role }]);
  else await setContributors(article.id, section.id, over, who);
}

/** Who stands over a text, what each of them did, and in which order they are printed. */
export function Names({ article, section, onChanged }: NamesProps) {
  const me = useMe();
  const people = section.contributors;
  const [leaving, setLeaving] = useState<PersonRef | null>(null);
  const [adding, setAdding] = useState(false);
  const [announced, announce] = useState('');
  const called = (p: PersonRef) => (p.id === me.id ? `${p.byline.name} (you)` : p.byline.name);
  const canEdit = article.may.includes('edit') && people.length > 0;

  const change = async (over: InRole[], done: string) => {
    try {
      await setContributors(article.id, section.id, inOrder(over));
      await onChanged();
      announce(done);
    } catch (error) {
      const { title, body } = explain(error, 'changed');
      toast(`${title} ${body}`.trim(), 'bad');
    }
  };
  const give = (index: number, role: ContributorRole) =>
    change(
      inRoles(section).map((one, at) => (at === index ? { ...one, role } : one)),
      `${people[index]?.byline.name ?? ''} is now printed as ${role}.`,
    );
  const move = (index: number, by: 1 | -1) => {
    const over = inRoles(section);
    const [one] = over.splice(index, 1);
    if (one === undefined) return;
    over.splice(index + by, 0, one);
    return change(over, `${people[index]?.byline.name ?? ''} moved ${by < 0 ? 'up' : 'down'}.`);
  };
  /** Only names of one kind change places: authors stand before the others. */
  const canMove = (index: number, by: 1 | -1) => people[index + by]?.byline.role === people[index]?.byline.role;

  return (
    <>
      {!canEdit || people.length === 1 ? (
        <p className={styles.written}>{list(people.map(called)) || 'Nobody yet'}</p>
      ) : (
        <ol className={styles.names}>
          {people.map((p, index) => (
            <li key={p.id}>
              <b>{called(p)}</b>
              <NativeSelect
                size="xs"
                aria-label={`What ${p.byline.name} did`}
                data={ROLES.map(({ value, label }) => ({ value, label }))}
                value={p.byline.role}
                onChange={(event) => void give(index, event.currentTarget.value as ContributorRole)}
              />
              <span className={styles.nameActs}>
                {canMove(index, -1) && (
                  <button type="button" className="link" onClick={() => void move(index, -1)}>
                    Up<span className="sr">: {p.byline.name}</span>
                  </button>
                )}
                {canMove(index, 1) && (
                  <button type="button" className="link" onClick={() => void move(index, 1)}>
                    Down<span className="sr">: {p.byline.name}</span>
                  </button>
                )}
                {p.id !== me.id && (
                  <button type="button" className="link bad" onClick={() => setLeaving(p)}>
                    Take {p.byline.name} off
                  </button>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
      <p className="sr" role="status">
        {announced}
      </p>
      {canEdit && (
        <button type="button" className="link small" onClick={() => setAdding(true)}>
          Add a name to {article.kind === 'expert_answers' ? 'this answer' : 'this text'}
        </button>
      )}
      <NameDialog
        opened={adding}
        onClose={() => setAdding(false)}
        title={`Add a name to ${article.kind === 'expert_answers' ? 'this answer' : 'this text'}`}
        verb="Add"
        not="added"
        means="Whoever you add is printed in the same byline, and signs the same text."
        asksRole
        act={async (who) => {
          await addName(article, section, who);
          await onChanged();
        }}
      />
      <TakeOff section={section} article={article} person={leaving} onClose={() => setLeaving(null)} onChanged={onChanged} />
    </>
  );
}

/** A wrong name over a text is taken off it again; the last one stays. */
function TakeOff({ article, section, person, onClose, onChanged }: NamesProps & { person: PersonRef | null; onClose: () => void }) {
  const name = person?.byline.name ?? '';
  return (
    <Ask
      opened={person !== null}
      onClose={onClose}
      title={`Take ${name} off this text?`}
      verb="Take off"
      back="Leave it"
      tone="bad"
      not="taken off"
      act={async () => {
        await setContributors(
          article.id,
          section.id,
          inRoles(section).filter((one) => one.person !== person?.id),
        );
        await onChanged();
      }}
    >
      <p>The text stays as it is. {name} is no longer printed above it and no longer asked to sign.</p>
    </Ask>
  );
}
