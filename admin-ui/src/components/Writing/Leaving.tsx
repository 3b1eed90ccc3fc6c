import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { fetchHistory } from '@/api/drafts';
import { outdated } from '@/api/outdated';
import type { Article } from '@/api/shapes';
import { Note } from '@/components/Panel/Panel';
import { AgreeDialog, WithdrawDialog } from '@/components/Review/WithdrawDialog';
import { useMe } from '@/session';

/**
 * A live article that one of its authors, or an editor, wants gone: one asks, another agrees. What waits for an
 * answer stands above the text; asking for it stands below.
 */
export function Leaving({ article, children }: { article: Article; children: ReactNode }) {
  const me = useMe();
  const client = useQueryClient();
  const [dialog, setDialog] = useState<'ask' | 'agree' | null>(null);
  const isLive = article.public.state === 'live' || article.public.state === 'under_concern';
  const canAct = isLive && article.may.includes('withdraw');
  const history = useQuery({ queryKey: ['history', article.id], queryFn: () => fetchHistory(article.id), enabled: canAct });
  if (!canAct) return children;
  const asked = article.joint_act?.act === 'withdraw' ? article.joint_act : null;
  const isMine = asked?.asked_by.id === me.id;
  const refresh = async () => {
    await outdated(client, article.id);
  };
  const common = { article, released: null, history: history.data ?? [], onClose: () => setDialog(null), onDone: refresh };
  return (
    <>
      {asked !== null && (
        <Note
          tone="warn"
          title={isMine ? 'You asked to take it off the site.' : `${asked.asked_by.byline.name} asks to take it off the site.`}
          actions={
            !isMine && (
              <Button size="xs" onClick={() => setDialog('agree')}>
                Agree…
              </Button>
            )
          }
        >
          {asked.reason !== null && <p>“{asked.reason}”</p>}
          <p>{isMine ? 'A second person has to agree. Until then it stays live.' : 'You can be the second person.'}</p>
        </Note>
      )}
      {children}
      {asked === null && (
        <p>
          <button type="button" className="link bad" onClick={() => setDialog('ask')}>
            Take it off the site…
          </button>
        </p>
      )}
      <WithdrawDialog opened={dialog === 'ask'} {...common} />
      {asked !== null && <AgreeDialog opened={dialog === 'agree'} joint={asked} {...common} />}
    </>
  );
}
