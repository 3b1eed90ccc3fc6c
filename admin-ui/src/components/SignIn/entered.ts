import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Session } from '@/api/shapes';
import { sessionKey } from '@/session';

/** After a door was opened: remember who came in and go to the first page. */
export function useEntered(): (session: Session) => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  return (session) => {
    client.clear();
    client.setQueryData(sessionKey, session);
    void navigate({ to: '/', replace: true });
  };
}
