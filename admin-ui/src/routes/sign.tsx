import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { doorOfLink } from '@/api/signing';
import { PictureRoot } from '@/components/Prose/pictures';
import { ProofPage } from '@/components/Proof/ProofPage';

const route = getRouteApi('/sign/$token');

/** The signing page from a mail: no session, no password, no menu. */
export function SignByLink() {
  const { token } = route.useParams();
  const door = useMemo(() => doorOfLink(token), [token]);
  return (
    <PictureRoot value={`/api/v1/sign/${token}/media`}>
      <ProofPage door={door} />
    </PictureRoot>
  );
}
