import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ArticleRow, QueueGroup as Group } from '@/api/shapes';
import { Panel } from '@/components/Panel/Panel';
import { Pair, State } from '@/components/State/State';
import { useMe } from '@/session';
import { waited } from '@/time';
import { editorState, rowByline, titleOf } from '@/words';
import { nextStep, whyThere } from './asks';
import styles from './Queue.module.css';

interface QueueGroupProps {
  group: Group;
  /** The row that J and K have come to. */
  at: string | null;
  /** Whether the group is all here, so that its length is a count. */
  counted?: boolean;
}

/** One group of the queue: the longest waiting first, one next step per row. */
export function QueueGroup({ group, at, counted = true }: QueueGroupProps) {
  return (
    <Panel className={styles.group}>
      <h2 className="sr">
        {group.label}
        {counted && `: ${group.items.length}`}
      </h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className={styles.name} aria-hidden="true">
                {group.label} {counted && <span className="num">{group.items.length}</span>}
              </span>
              <span className="sr">Article</span>
            </th>
            <th className={styles.state} scope="col">
              State
            </th>
            <th className={styles.signed} scope="col">
              Signed
            </th>
            <th className={styles.since} scope="col">
              Waiting
            </th>
            <th className={styles.act} scope="col">
              <span className="sr">Next step</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {group.items.map((row) => (
            <Row key={row.id} row={row} isAt={row.id === at} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Row({ row, isAt }: { row: ArticleRow; isAt: boolean }) {
  const me = useMe();
  const step = nextStep(row, me.id);
  return (
    <tr data-at={isAt} data-row={row.id}>
      <th scope="row">
        <Link className={styles.title} to="/articles/$id/review" params={{ id: row.id }} data-open>
          {titleOf(row)}
        </Link>
        <span className={styles.by}>{rowByline(row)}</span>
      </th>
      <td className={styles.state}>
        <State {...editorState(row)} />
        <br />
        <span className={styles.by}>{whyThere(row)}</span>
      </td>
      <td className={styles.signed}>
        {row.candidate !== null && <Pair {...row.signatures} />}
      </td>
      <td className={`${styles.since} num`}>{row.waiting_since === null ? '' : waited(row.waiting_since)}</td>
      <td className={styles.act}>
        <Button size="xs" renderRoot={(props) => <Link {...props} to="/articles/$id/review" params={{ id: row.id }} />}>
          {step}
          <span className="sr">: {titleOf(row)}</span>
        </Button>
      </td>
    </tr>
  );
}
