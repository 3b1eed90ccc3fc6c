import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Article } from '@/api/shapes';
import { useMe } from '@/session';
import type { Released, ReviewDialog } from './dialog';

interface ActionsProps {
  article: Article;
  released: Released | null;
  /** An amendment waits for its second signature; nothing else is done with the text meanwhile. */
  isAmendment: boolean;
  /** Whether the caller can give it. */
  joins: boolean;
  onOpen: (dialog: ReviewDialog) => void;
  onStart: () => void;
}

/** The next act that is possible now stands last; Decline and Take off are in "More", never beside it. */
export function Actions(props: ActionsProps) {
  const { article, onOpen, isAmendment } = props;
  const may = new Set(article.may);
  return (
    <>
      <Button onClick={() => onOpen('more')}>More</Button>
      {may.has('edit') && !isAmendment && (
        <Button className="not-phone" renderRoot={(props) => <Link {...props} to="/articles/$id/edit" params={{ id: article.id }} />}>Edit the text</Button>
      )}
      {may.has('request_changes') && !isAmendment && <Button onClick={() => onOpen('changes')}>Ask for changes</Button>}
      <Primary {...props} />
    </>
  );
}

function Primary({ article, released, isAmendment, joins, onOpen, onStart }: ActionsProps) {
  const me = useMe();
  const may = new Set(article.may);
  if (isAmendment) return joins ? <Go label="Sign the amendment" go={() => onOpen('agree')} /> : null;
  // A missing signature keeps "Publish" away, whatever the list of acts says.
  if (may.has('publish') && released?.signatures.missing.length === 0) return <Go label="Publish" go={() => onOpen('publish')} />;
  if (may.has('attest')) {
    return (
      <Button variant="filled" renderRoot={(props) => <Link {...props} to="/articles/$id/proof" params={{ id: article.id }} />}>
        Read and sign
      </Button>
    );
  }
  const hasApproved = released?.signatures.approvals.some((one) => one.person.id === me.id) === true;
  if (may.has('approve') && !hasApproved) return <Go label="Approve" go={() => onOpen('approve')} />;
  if (may.has('send_proof')) return <Go label="Send proof" go={() => onOpen('proof')} />;
  if (may.has('start_review')) return <Go label="Start review" go={onStart} />;
  return null;
}

const Go = ({ label, go }: { label: string; go: () => void }) => (
  <Button variant="filled" onClick={go}>
    {label}
  </Button>
);
