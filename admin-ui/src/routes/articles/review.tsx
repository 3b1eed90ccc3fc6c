import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { fetchDraft } from '@/api/drafts';
import { fetchSignatures } from '@/api/signing';
import { Page, PageBar } from '@/components/PageBar/PageBar';
import { Note } from '@/components/Panel/Panel';
import { Loaded } from '@/components/Problem/Problem';
import { Review } from '@/components/Review/Review';
import { useIsEditor } from '@/session';

const route = getRouteApi('/signed-in/shell/articles/$id/review');

export function ReviewArticle() {
  const { id } = route.useParams();
  const editor = useIsEditor();
  const draft = useQuery({ queryKey: ['draft', id], queryFn: () => fetchDraft(id), enabled: editor, refetchOnWindowFocus: true });
  const signatures = useQuery({ queryKey: ['signatures', id], queryFn: () => fetchSignatures(id), enabled: editor, refetchOnWindowFocus: true });
  if (draft.data !== undefined && signatures.data !== undefined) {
    return <Review key={id} article={draft.data} signatures={signatures.data} />;
  }
  return (
    <>
      <PageBar title="Review" />
      <Page>
        {editor ? (
          draft.data === undefined ? (
            <Loaded query={draft} what="the article">
              {() => null}
            </Loaded>
          ) : (
            <Loaded query={signatures} what="the signatures">
              {() => null}
            </Loaded>
          )
        ) : (
          <Note tone="warn" title="Only editors can do this.">
            <p>Your account is an author’s.</p>
          </Note>
        )}
      </Page>
    </>
  );
}
