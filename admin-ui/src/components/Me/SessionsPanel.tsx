import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { endSession, fetchOpenSessions } from '@/api/session';
import { toast } from '@/components/Dialogs/toast';
import { Panel } from '@/components/Panel/Panel';
import table from '@/components/Panel/Table.module.css';
import { ActProblem, Loaded } from '@/components/Problem/Problem';
import { State } from '@/components/State/State';
import { when } from '@/time';

/** Where this account is signed in, and the way to end it there. */
export function SessionsPanel() {
  const client = useQueryClient();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: fetchOpenSessions });
  const [error, setError] = useState<unknown>(null);
  const end = async (id: string) => {
    setError(null);
    try {
      await endSession(id);
      await client.invalidateQueries({ queryKey: ['sessions'] });
      toast('Signed out there.');
    } catch (caught) {
      setError(caught);
    }
  };
  return (
    <Panel title="Where you are signed in">
      {error !== null && <ActProblem error={error} not="ended" />}
      <Loaded query={sessions} what="the list">
        {(items) => (
          <table className={table.table}>
            <thead className="sr">
              <tr>
                <th scope="col">Browser</th>
                <th scope="col">Last used</th>
                <th scope="col">Act</th>
              </tr>
            </thead>
            <tbody>
              {items.map((session) => (
                <tr key={session.id}>
                  <th scope="row">{session.browser}</th>
                  <td className="muted">last used {when(session.last_seen_at)}</td>
                  <td className={table.act}>
                    {session.current ? (
                      <State text="This one" tone="accent" shape="disc" />
                    ) : (
                      <Button size="xs" onClick={() => void end(session.id)}>
                        Sign out there<span className="sr">: {session.browser}</span>
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
    </Panel>
  );
}
