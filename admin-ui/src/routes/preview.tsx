import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lookAtPreview, previewPage } from '@/api/previews';
import { isDeadLink } from '@/api/session';
import { Loaded } from '@/components/Problem/Problem';
import { Plain, PlainMessage } from '@/components/Proof/Plain';
import { ReaderPage } from '@/components/ReaderPage/ReaderPage';
import { fullDate } from '@/time';

const route = getRouteApi('/preview/$token');

/** One text before publication, for whoever has the link: no session, no menu, nothing to sign. */
export function PreviewByLink() {
  const { token } = route.useParams();
  const link = useQuery({ queryKey: ['preview', token], queryFn: () => lookAtPreview(token), staleTime: Infinity });
  if (isDeadLink(link.error)) return <ShowsNothing />;
  return (
    <Plain tab="Preview, not published">
      <h1 className="sr">Preview, not published</h1>
      <Loaded query={link} what="the text">
        {({ expires_at }) => (
          <>
            <p className="muted">You can read this text here until {fullDate(expires_at)}. Nothing can be signed or changed with this link.</p>
            <ReaderPage src={previewPage(token)} title="The text as readers would see it" />
          </>
        )}
      </Loaded>
    </Plain>
  );
}

function ShowsNothing() {
  return (
    <PlainMessage title="This link does not open anything">
      <p>It may be too old, it may have been ended, or the text may have been published since. The mail program may also have cut it.</p>
      <p>Please ask whoever sent it to you.</p>
    </PlainMessage>
  );
}
