import { Button, Checkbox } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changePerson } from '@/api/people';
import type { Person } from '@/api/shapes';
import { toast } from '@/components/Dialogs/toast';
import { Panel } from '@/components/Panel/Panel';
import panel from '@/components/Panel/Panel.module.css';
import styles from '@/components/People/People.module.css';
import { ActProblem } from '@/components/Problem/Problem';

/** Which letters are printed, and in which order, with the byline as it will be. */
export function LettersPanel({ person }: { person: Person }) {
  const client = useQueryClient();
  const all = [...new Set([...person.letters_order, ...person.byline.letters, ...person.credentials.map((c) => c.abbreviation)])];
  const [order, setOrder] = useState(all);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set(person.hidden_letters));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const preview = [person.byline.name, ...order.filter((l) => !hidden.has(l))].join(', ');
  const isChanged = preview !== [person.byline.name, ...all.filter((l) => !person.hidden_letters.includes(l))].join(', ');

  const move = (index: number, by: 1 | -1) => {
    const next = [...order];
    const [letter] = next.splice(index, 1);
    if (letter === undefined) return;
    next.splice(index + by, 0, letter);
    setOrder(next);
  };
  const show = (letter: string, isShown: boolean) => {
    const next = new Set(hidden);
    if (isShown) next.delete(letter);
    else next.add(letter);
    setHidden(next);
  };
  const save = async () => {
    setBusy(true);
    setError(null);
    try {
      client.setQueryData(['person', 'me'], await changePerson('me', { letters_order: order, hidden_letters: [...hidden] }));
      await client.invalidateQueries({ queryKey: ['session'] });
      toast('Your byline is changed. Articles already published keep theirs.');
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel title="Byline">
      <div className={`${panel.pad} stack`}>
        <div aria-live="polite">
          <span className="label">Readers see</span>
          <p className={styles.byline}>{preview}</p>
        </div>
        {order.length > 0 && (
          <ul className={styles.letters}>
            {order.map((letter, index) => (
              <li key={letter}>
                <Checkbox label={letter} checked={!hidden.has(letter)} onChange={(event) => show(letter, event.currentTarget.checked)} />
                {index > 0 && (
                  <button type="button" className="link" onClick={() => move(index, -1)}>
                    Move up<span className="sr">: {letter}</span>
                  </button>
                )}
                {index < order.length - 1 && (
                  <button type="button" className="link" onClick={() => move(index, 1)}>
                    Move down<span className="sr">: {letter}</span>
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
        <p className="hint">New articles print this. Articles already published keep the byline they were signed with.</p>
        {error !== null && <ActProblem error={error} not="changed" />}
        {isChanged && (
          <div className="row">
            <Button loading={busy} onClick={() => void save()}>
              Save the byline
            </Button>
            <button
              type="button"
              className="link"
              onClick={() => {
                setOrder(all);
                setHidden(new Set(person.hidden_letters));
              }}
            >
              Leave it as it was
            </button>
          </div>
        )}
      </div>
    </Panel>
  );
}
