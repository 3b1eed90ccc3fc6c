import { Button, FileButton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { deletePhoto, putPhoto } from '@/api/people';
import type { Person } from '@/api/shapes';
import { toast } from '@/components/Dialogs/toast';
import { Panel } from '@/components/Panel/Panel';
import { Face } from '@/components/People/Face';
import styles from '@/components/People/People.module.css';
import { ActProblem } from '@/components/Problem/Problem';

/** A photo is cut to a square on the server; what the camera wrote into it is thrown away there. */
export function PhotoPanel({ person }: { person: Person }) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (act: () => Promise<unknown>, done: string) => {
    setBusy(true);
    setError(null);
    try {
      await act();
      await client.invalidateQueries({ queryKey: ['person'] });
      toast(done);
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  const choose = (file: File | null) => {
    if (file !== null) void run(() => putPhoto('me', file), 'Your photo is saved.');
  };
  return (
    <Panel title="Photo" pad>
      <div className="stack">
        <div className={styles.rowHead}>
          <Face name={person.byline.name} photo={person.photo_url} big />
          <p className="hint">Your face on a plain ground reads best. It is cut to a square; place and time are taken out of the file.</p>
        </div>
        {error !== null && <ActProblem error={error} not="saved" />}
        <div className="row">
          <FileButton onChange={choose} accept="image/jpeg,image/png,image/webp">
            {(props) => (
              <Button {...props} loading={busy}>
                {person.photo_url === null ? 'Choose a photo' : 'Choose another photo'}
              </Button>
            )}
          </FileButton>
          {person.photo_url !== null && (
            <Button onClick={() => void run(() => deletePhoto('me'), 'Your photo is taken away.')} disabled={busy}>
              Take it away
            </Button>
          )}
        </div>
      </div>
    </Panel>
  );
}
