import { useQuery } from '@tanstack/react-query';
import { fetchTopics } from '@/api/site';
import type { Topic } from '@/api/shapes';
import { Page, PageBar } from '@/components/PageBar/PageBar';
import { Nothing, Panel } from '@/components/Panel/Panel';
import table from '@/components/Panel/Table.module.css';
import { Loaded } from '@/components/Problem/Problem';
import { State } from '@/components/State/State';
import { count } from '@/words';

const FLAGS: Record<Topic['flag'], string> = {
  none: '',
  crisis: 'Opens with “Get help now”',
  abuse: 'Opens with “Get help now” and the way out',
  eating_disorder: 'Opens with “Get help now”',
};

export function Topics() {
  const topics = useQuery({ queryKey: ['topics'], queryFn: fetchTopics });
  return (
    <>
      <PageBar title="Topics" sub={<span>Where readers find an article. Nobody signs them</span>} />
      <Page className="narrow">
        <Loaded query={topics} what="the topics">
          {(all) => (all.length === 0 ? <Panel><Nothing title="No topics yet" /></Panel> : <Groups topics={all} />)}
        </Loaded>
      </Page>
    </>
  );
}

function Groups({ topics }: { topics: Topic[] }) {
  const groups = topics.filter((t) => t.group === null);
  return (
    <div className="stack">
      {groups.map((group) => {
        const inside = topics.filter((t) => t.group === group.id);
        return (
          <Panel key={group.id} title={group.label} aside={<span className="muted small">{count(inside.length, 'topic')}</span>}>
            {inside.length > 0 && (
              <table className={`${table.table} ${table.fixed}`}>
                <thead className="sr">
                  <tr>
                    <th scope="col">Topic</th>
                    <th scope="col">What its pages need</th>
                    <th scope="col">Address</th>
                  </tr>
                </thead>
                <tbody>
                  {inside.map((topic) => (
                    <tr key={topic.id}>
                      <th scope="row">{topic.label}</th>
                      <td>{topic.flag !== 'none' && <State text={FLAGS[topic.flag]} tone="warn" shape="disc" />}</td>
                      <td>
                        <a href={`/topics/${topic.slug}`}>/topics/{topic.slug}</a>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </Panel>
        );
      })}
    </div>
  );
}
