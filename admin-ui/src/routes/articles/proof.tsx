import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { doorOfArticle } from '@/api/signing';
import { ProofPage } from '@/components/Proof/ProofPage';

const route = getRouteApi('/signed-in/articles/$id/proof');

/** The signing page for someone who is signed in. */
export function ProofOfArticle() {
  const { id } = route.useParams();
  const door = useMemo(() => doorOfArticle(id), [id]);
  return (
    <ProofPage
      door={door}
      wayBack={
        <p>
          <Link to="/">My articles</Link>
        </p>
      }
    />
  );
}
