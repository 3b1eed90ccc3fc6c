import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { parseReferences } from '@/api/references';
import { ActProblem } from '@/components/Problem/Problem';
import { citations } from '@/components/RichText/cite/citations';
import { nextNumber, workOf, type SectionText, type Work } from '@/saving/sectionText';
import { count } from '@/words';
import { printed } from './printed';
import { ReferenceDialog } from './ReferenceDialog';
import styles from './References.module.css';

interface ReferencesProps {
  id: string;
  text: SectionText;
  /** The heading of the answer that the works belong to, where an article has several. */
  answer?: string;
  /** Somebody else writes this part: the list can be read. */
  isReadOnly: boolean;
  onChange: (works: readonly Work[]) => void;
  /** Takes a work out, and its citations out of the text. */
  onRemove: (work: Work) => void;
}

/** The works a text rests on: pasted or typed, put right one by one, in the order they are printed. */
export function References({ id, text, answer, isReadOnly, onChange, onRemove }: ReferencesProps) {
  const { works } = text;
  const [editing, setEditing] = useState<Work | null>(null);
  const cited = citations(text.html);
  const move = (from: number, by: 1 | -1) => {
    const moved = works[from];
    if (moved === undefined) return;
    onChange(works.toSpliced(from, 1).toSpliced(from + by, 0, moved));
  };
  return (
    <section className={styles.references} id={id} aria-labelledby={`${id}-h`}>
      <div className={styles.head}>
        <h3 id={`${id}-h`}>
          References
          {answer !== undefined && <span className="sr">, {answer}</span>}
        </h3>
        {works.length > 1 && !isReadOnly && (
          <button type="button" className="link" onClick={() => onChange(sorted(works))}>
            Sort from A to Z
          </button>
        )}
      </div>
      {works.length === 0 && <p className="hint">Name the works behind any claim from research. Readers see them below the text.</p>}
      <ol className={styles.list}>
        {works.map((work, index) => {
          const times = cited.get(work.id) ?? 0;
          const name = short(work);
          return (
            <li key={work.id}>
              <p className={styles.work}>{printed(work)}</p>
              <div className={styles.acts}>
                <span className="hint num">{times === 0 ? 'Not cited yet' : `Cited ${times === 1 ? 'once' : count(times, 'time')}`}</span>
                {!isReadOnly && (
                  <button type="button" className="link" onClick={() => setEditing(work)}>
                    Edit<span className="sr">: {name}</span>
                  </button>
                )}
                {!isReadOnly && index > 0 && (
                  <button type="button" className="link" onClick={() => move(index, -1)}>
                    Up<span className="sr">: {name}</span>
                  </button>
                )}
                {!isReadOnly && index < works.length - 1 && (
                  <button type="button" className="link" onClick={() => move(index, 1)}>
                    Down<span className="sr">: {name}</span>
                  </button>
                )}
                {!isReadOnly && (
                  <button type="button" className="link bad" onClick={() => onRemove(work)}>
                    Take out<span className="sr">: {name}</span>
                  </button>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      {!isReadOnly && <AddReferences works={works} onAdd={(more) => onChange([...works, ...more])} />}
      <ReferenceDialog
        work={editing}
        onClose={() => setEditing(null)}
        onSave={(changed) => {
          onChange(works.map((one) => (one.id === changed.id ? changed : one)));
          setEditing(null);
        }}
      />
    </section>
  );
}

function AddReferences({ works, onAdd }: { works: readonly Work[]; onAdd: (works: Work[]) => void }) {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const add = async () => {
    setBusy(true);
    setError(null);
    try {
      const parsed = await parseReferences(typed, nextNumber(works));
      onAdd(parsed.map(workOf));
      setTyped('');
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack-s">
      <Textarea
        label="Add references"
        description="Paste a list or type one, each work on its own line, as APA style has it. A DOI or PMID is recognized."
        placeholder="Example, J., & Sample, S. (2021). Title. Journal of Examples, 12(3), 45–67. https://doi.org/…"
        autosize
        minRows={2}
        maxRows={10}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {error !== null && <ActProblem error={error} not="added" />}
      <div>
        <Button onClick={() => void add()} loading={busy} disabled={typed.trim() === ''}>
          Add
        </Button>
      </div>
    </div>
  );
}

const short = ({ authors, title }: Work): string => (authors === '' ? title : authors).slice(0, 60);

/** As APA style has it: by author, then year, then title. */
function sorted(works: readonly Work[]): Work[] {
  const key = ({ authors, year, title }: Work) => [authors === '' ? title : authors, year, title];
  const compare = new Intl.Collator('en', { sensitivity: 'base', ignorePunctuation: true });
  return works.toSorted((a, b) => {
    const [left, right] = [key(a), key(b)];
    return left.reduce((found, part, index) => (found === 0 ? compare.compare(part, right[index] ?? '') : found), 0);
  });
}
