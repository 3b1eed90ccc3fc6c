import { getRouteApi, Link } from '@tanstack/react-router';
import { draftPage } from '@/api/drafts';
import { Plain } from '@/components/Proof/Plain';
import { ReaderPage } from '@/components/ReaderPage/ReaderPage';

const route = getRouteApi('/signed-in/articles/$id/page');

/** "See it as a reader": the draft as it stands, as the page it would become. */
export function DraftAsReader() {
  const { id } = route.useParams();
  const { from } = route.useSearch();
  return (
    <Plain tab="As readers would see it">
      <p>
        <Link to={from === 'review' ? '/articles/$id/review' : '/articles/$id'} params={{ id }}>
          {from === 'review' ? 'Back to the review' : 'Back to the text'}
        </Link>
      </p>
      <h1>As readers would see it</h1>
      <p className="muted">The text as it is saved now. Readers cannot see it yet.</p>
      <ReaderPage src={draftPage(id)} title="The article as readers would see it" />
    </Plain>
  );
}
