import { Button, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fetchPreviews, makePreview, revokePreview } from '@/api/previews';
import type { Article, NewPreviewLink, PreviewLink } from '@/api/shapes';
import { CopyLink } from '@/components/Dialogs/CopyLink';
import { Note } from '@/components/Panel/Panel';
import { ActProblem, Loaded } from '@/components/Problem/Problem';
import { useMe } from '@/session';
import { PHONE } from '@/theme';
import { fullDate, when } from '@/time';
import { becameOf } from './became';
import styles from './Previews.module.css';

interface PreviewDialogProps {
  article: Article;
  opened: boolean;
  onClose: () => void;
}

/** Shows the text, before publication, to somebody without an account. */
export function PreviewDialog({ article, opened, onClose }: PreviewDialogProps) {
  const isPhone = useMediaQuery(PHONE);
  return (
    <Modal opened={opened} onClose={onClose} title="Preview link" fullScreen={isPhone}>
      <Links id={article.id} onClose={onClose} />
    </Modal>
  );
}

/** Gone with the dialog, and the address of a new link with it: that is shown once. */
function Links({ id, onClose }: { id: string; onClose: () => void }) {
  const client = useQueryClient();
  const queryKey = ['previews', id];
  const links = useQuery({ queryKey, queryFn: () => fetchPreviews(id), staleTime: 0 });
  const [made, setMade] = useState<NewPreviewLink | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ error: unknown; not: string } | null>(null);

  const run = async (act: () => Promise<void>, not: string) => {
    setBusy(true);
    setFailed(null);
    try {
      await act();
    } catch (error) {
      setFailed({ error, not });
    } finally {
      setBusy(false);
    }
    await client.invalidateQueries({ queryKey });
  };
  const make = () => run(async () => setMade(await makePreview(id)), 'made');
  const revoke = (link: PreviewLink) =>
    run(async () => {
      await revokePreview(id, link.id);
      if (made?.id === link.id) setMade(null);
    }, 'revoked');
  return (
    <div className="stack">
      <p>Shows this text, before it is published, to somebody who has no account here. What you change later is not in it.</p>
      {made !== null && (
        <Note tone="warn" title="Copy the link now. It is shown only once." actions={<CopyLink url={made.url} whose="the preview" said="Link copied." />}>
          <p>Whoever has this link can read this text until {fullDate(made.expires_at)}. It cannot be signed or changed with it.</p>
        </Note>
      )}
      {failed !== null && <ActProblem error={failed.error} not={failed.not} />}
      <Loaded query={links} what="the links">
        {(all) =>
          all.length === 0 ? (
            <p className="muted">No link was made yet.</p>
          ) : (
            <ul className={styles.links} aria-label="Links that were made">
              {all.map((link) => (
                <Made key={link.id} link={link} busy={busy} onRevoke={() => void revoke(link)} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <div className="ends">
        <Button variant="filled" loading={busy} onClick={() => void make()}>
          {made === null ? 'Make a link' : 'Make another link'}
        </Button>
        <Button onClick={onClose}>Close</Button>
      </div>
    </div>
  );
}

function Made({ link, busy, onRevoke }: { link: PreviewLink; busy: boolean; onRevoke: () => void }) {
  const me = useMe();
  const by = link.made_by.id === me.id ? 'you' : link.made_by.byline.name;
  const made = when(link.made_at);
  return (
    <li>
      <span className="num">
        <b>Made by {by}</b> {made} · {becameOf(link).join(' · ')}
      </span>
      {link.open && (
        <Button size="xs" color="brick" disabled={busy} onClick={onRevoke}>
          Revoke<span className="sr"> the link made by {by} {made}</span>
        </Button>
      )}
    </li>
  );
}
