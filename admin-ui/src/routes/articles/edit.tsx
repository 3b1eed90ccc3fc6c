import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { fetchDraft } from '@/api/drafts';
import { outdated } from '@/api/outdated';
import { Page, PageBar } from '@/components/PageBar/PageBar';
import { Loaded } from '@/components/Problem/Problem';
import { ReadOnly } from '@/components/Writing/ReadOnly';
import { Writing } from '@/components/Writing/Writing';
import { otherTabs, recoverKept } from '@/saving/shelf';

/** The writing screen, or the text alone where this person cannot change it now. */
export function EditArticle() {
  const { id } = useParams({ strict: false });
  const article = id ?? '';
  const draft = useQuery({ queryKey: ['draft', article], queryFn: () => fetchDraft(article), refetchOnWindowFocus: true });
  const client = useQueryClient();
  // Whoever goes on from here must not be shown the text and the lists as they were before.
  useEffect(() => () => void outdated(client, article), [client, article]);
  const tabs = useQuery({ queryKey: ['other-tabs'], queryFn: findKept, gcTime: 0 });
  if (draft.data === undefined || tabs.data === undefined) {
    return (
      <main>
        <PageBar title="Article" sub={<Link to="/">Back</Link>} />
        <Page className="narrow alone">
          <Loaded query={draft} what="your article">
            {() => null}
          </Loaded>
        </Page>
      </main>
    );
  }
  return draft.data.may.includes('edit') ? (
    <Writing key={article} article={draft.data} otherTabs={tabs.data} />
  ) : (
    <ReadOnly article={draft.data} />
  );
}

/** Which other tabs are open; what a browser that died had kept is on the shelf after it. */
async function findKept(): Promise<ReadonlySet<string>> {
  const others = await otherTabs();
  await recoverKept(others);
  return others;
}
