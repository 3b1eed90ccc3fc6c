import { useQuery } from '@tanstack/react-query';
import { fetchHelp } from '@/api/site';
import type { HelpEntry } from '@/api/shapes';
import { Page, PageBar } from '@/components/PageBar/PageBar';
import { Nothing, Panel } from '@/components/Panel/Panel';
import table from '@/components/Panel/Table.module.css';
import { Loaded } from '@/components/Problem/Problem';
import { State } from '@/components/State/State';
import { fullDate } from '@/time';
import { count } from '@/words';

const KINDS: Record<string, string> = {
  emergency: 'Emergency',
  crisis: 'Suicide and crisis',
  abuse: 'Abuse',
  eating_disorder: 'Eating disorders',
  directory: 'Directory of services',
};

export function HelpDirectory() {
  const query = useQuery({ queryKey: ['help'], queryFn: fetchHelp });
  const old = (query.data ?? []).filter((entry) => entry.stale).length;
  return (
    <>
      <PageBar
        title="Help directory"
        sub={
          query.data !== undefined && (
            <>
              <span>{count(query.data.length, 'service')}</span>
              {old > 0 && <span>{old} not checked for too long</span>}
            </>
          )
        }
      />
      <Page>
        <Loaded query={query} what="the help directory">
          {(entries) =>
            entries.length === 0 ? (
              <Panel>
                <Nothing title="No services yet">The one who runs the server brings in the directory.</Nothing>
              </Panel>
            ) : (
              <Countries entries={entries} />
            )
          }
        </Loaded>
      </Page>
    </>
  );
}

function Countries({ entries }: { entries: HelpEntry[] }) {
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  const countries = [...new Set(entries.map((entry) => entry.country))];
  return (
    <div className="stack">
      {countries.map((country) => (
        <Panel key={country} title={country === 'ZZ' ? 'Everywhere else' : (names.of(country) ?? country)}>
          <table className={`${table.table} ${table.fixed}`}>
            <thead>
              <tr>
                <th scope="col">Service</th>
                <th scope="col">For</th>
                <th scope="col">Call, text, write</th>
                <th scope="col">Checked</th>
              </tr>
            </thead>
            <tbody>
              {entries
                .filter((entry) => entry.country === country)
                .map((entry) => (
                  <Row key={entry.id} entry={entry} />
                ))}
            </tbody>
          </table>
        </Panel>
      ))}
    </div>
  );
}

function Row({ entry }: { entry: HelpEntry }) {
  const ways = [
    entry.call !== null && `Call ${entry.call}`,
    entry.text_to !== null && `Text ${entry.text_keyword === null ? '' : `${entry.text_keyword} `}to ${entry.text_to}`,
  ].filter((way): way is string => way !== false);
  return (
    <tr>
      <th scope="row">
        {entry.service}
        {entry.hours !== null && <div className="hint">{entry.hours}</div>}
      </th>
      <td data-l="For">
        {KINDS[entry.kind] ?? entry.kind}
        {entry.audience !== null && <div className="hint">{entry.audience}</div>}
      </td>
      <td className="num">
        {ways.map((way) => (
          <div key={way}>{way}</div>
        ))}
        {entry.url !== null && <a href={entry.url}>
            Website<span className="sr"> of {entry.service}</span>
          </a>}
      </td>
      <td data-l="Checked">
        {entry.stale ? <State text={fullDate(entry.last_checked_on)} tone="warn" shape="ring" /> : fullDate(entry.last_checked_on)}
        <div className="hint">by {entry.checked_by}</div>
      </td>
    </tr>
  );
}
