import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { fetchDraft, fetchHistory } from '@/api/drafts';
import { fetchProof, fetchSignatures } from '@/api/signing';
import type { ProofLink } from '@/api/shapes';
import { Page, PageBar } from '@/components/PageBar/PageBar';
import { Note } from '@/components/Panel/Panel';
import { Loaded } from '@/components/Problem/Problem';
import { LinksDialog } from '@/components/Review/LinksDialog';
import { Review } from '@/components/Review/Review';
import { useIsEditor } from '@/session';

const route = getRouteApi('/signed-in/shell/articles/$id/review');

export function ReviewArticle() {
  const { id } = route.useParams();
  // Here, because the page below is drawn anew when a proof goes out, and the links are shown only once.
  const [links, setLinks] = useState<ProofLink[] | null>(null);
  return (
    <>
      <OneReview key={id} id={id} onLinks={setLinks} />
      <LinksDialog links={links} onClose={() => setLinks(null)} />
    </>
  );
}

/** The article as an editor decides on it. While a proof is out, the frozen text is what stands here. */
function OneReview({ id, onLinks }: { id: string; onLinks: (links: ProofLink[]) => void }) {
  const editor = useIsEditor();
  const draft = useQuery({ queryKey: ['draft', id], queryFn: () => fetchDraft(id), enabled: editor, refetchOnWindowFocus: true, staleTime: 0 });
  const digest = draft.data?.candidate?.digest ?? null;
  const isOut = digest !== null;
  const signatures = useQuery({ queryKey: ['signatures', id, digest], queryFn: () => fetchSignatures(id), enabled: isOut, refetchOnWindowFocus: true });
  const proof = useQuery({ queryKey: ['proof', 'review', id, digest], queryFn: () => fetchProof(id), enabled: isOut });
  const history = useQuery({ queryKey: ['history', id], queryFn: () => fetchHistory(id), enabled: editor });

  if (draft.data !== undefined && !isOut) {
    return <Review onLinks={onLinks} article={draft.data} released={null} history={history.data ?? []} />;
  }
  if (draft.data !== undefined && signatures.data !== undefined && proof.data !== undefined) {
    const released = { signatures: signatures.data, proof: proof.data };
    return <Review onLinks={onLinks} article={draft.data} released={released} history={history.data ?? []} />;
  }
  return (
    <>
      <PageBar title="Review" />
      <Page>
        {!editor && (
          <Note tone="warn" title="Only editors can do this.">
            <p>Your account is an author’s.</p>
          </Note>
        )}
        {editor && draft.data === undefined && (
          <Loaded query={draft} what="the article">
            {() => null}
          </Loaded>
        )}
        {editor && draft.data !== undefined && signatures.data === undefined && (
          <Loaded query={signatures} what="the signatures">
            {() => null}
          </Loaded>
        )}
        {editor && signatures.data !== undefined && (
          <Loaded query={proof} what="the proof">
            {() => null}
          </Loaded>
        )}
      </Page>
    </>
  );
}
