import { useQuery } from '@tanstack/react-query';
import { fetchDisclaimers } from '@/api/site';
import type { Disclaimer } from '@/api/shapes';
import { Page, PageBar } from '@/components/PageBar/PageBar';
import { Note, Nothing, Panel } from '@/components/Panel/Panel';
import panel from '@/components/Panel/Panel.module.css';
import table from '@/components/Panel/Table.module.css';
import { proseStyles } from '@/components/Prose/Prose';
import { Loaded } from '@/components/Problem/Problem';
import { State } from '@/components/State/State';
import { fullDate } from '@/time';
import { count } from '@/words';

const REQUIRED: Record<string, string> = {
  views_of_author: 'every article that its authors signed',
  not_medical_advice: 'every article',
  imported: 'the article came in by import and nobody has signed it here',
  amended: 'the editors changed it without the author',
};

export function Disclaimers() {
  const query = useQuery({ queryKey: ['disclaimers'], queryFn: fetchDisclaimers });
  const kinds = new Set((query.data ?? []).map((d) => d.kind)).size;
  return (
    <>
      <PageBar title="Disclaimers" sub={query.data === undefined ? undefined : <span>{count(kinds, 'text')}</span>} />
      <Page className="narrow">
        <div className="stack">
          <Note>
            <p>
              A version never changes once it is in force. Articles keep the version they were published with; moving them to a newer one is an act of
              its own, with a reason, on the record.
            </p>
          </Note>
          <Loaded query={query} what="the disclaimers">
            {(all) => (all.length === 0 ? <Panel><Nothing title="No disclaimers yet" /></Panel> : <Texts all={all} />)}
          </Loaded>
          <p className="hint">No disclaimer carries a telephone number. Help comes from the help directory.</p>
        </div>
      </Page>
    </>
  );
}

function Texts({ all }: { all: Disclaimer[] }) {
  const now = new Date().toISOString();
  const kinds = [...new Set(all.map((d) => d.kind))];
  return kinds.map((kind) => {
    const versions = all.filter((d) => d.kind === kind).sort((a, b) => b.version - a.version);
    const current = versions.find((d) => d.effective_from <= now) ?? versions[0];
    if (current === undefined) return null;
    return (
      <Panel
        key={kind}
        title={current.title}
        aside={
          REQUIRED[kind] !== undefined && (
            <p className="muted small">
              <strong>Required when:</strong> {REQUIRED[kind]}
            </p>
          )
        }
      >
        <p className={`${panel.pad} ${proseStyles.prose}`}>“{current.body}”</p>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Version</th>
              <th scope="col">State</th>
              <th scope="col">In force from</th>
              <th scope="col">Decided by</th>
            </tr>
          </thead>
          <tbody>
            {versions.map((d) => (
              <tr key={d.id}>
                <th scope="row" className="num">
                  Version {d.version}
                </th>
                <td>
                  {d.effective_from > now ? (
                    <State text="Planned" tone="still" shape="ring" />
                  ) : d.id === current.id ? (
                    <State text="In force" tone="accent" shape="disc" />
                  ) : (
                    <State text="Ended" tone="still" shape="ring" />
                  )}
                </td>
                <td className="num" data-l="From">
                  {fullDate(d.effective_from)}
                </td>
                <td data-l="Decided by">{d.approved_by}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
    );
  });
}
