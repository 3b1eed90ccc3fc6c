import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { fetchDraft, fetchHistory, type Earlier } from '@/api/drafts';
import type { HistoryItem, Kind } from '@/api/shapes';
import { Since } from '@/components/Changes/Since';
import { Page, PageBar } from '@/components/PageBar/PageBar';
import { Nothing, Panel } from '@/components/Panel/Panel';
import panel from '@/components/Panel/Panel.module.css';
import { Loaded } from '@/components/Problem/Problem';
import { printed } from '@/components/Signatures/fingerprint';
import { actWords, byWhom } from '@/components/Writing/actWords';
import { Kept } from '@/components/Writing/Kept';
import writing from '@/components/Writing/Writing.module.css';
import { useIsEditor, useMe } from '@/session';
import { moment } from '@/time';
import { titleOf } from '@/words';

const route = getRouteApi('/signed-in/shell/articles/$id/history');

export function ArticleHistory() {
  const { id } = route.useParams();
  const editor = useIsEditor();
  const draft = useQuery({ queryKey: ['draft', id], queryFn: () => fetchDraft(id) });
  const history = useQuery({ queryKey: ['history', id], queryFn: () => fetchHistory(id) });
  return (
    <>
      <PageBar
        title="History"
        sub={
          <Link to={editor ? '/articles/$id/review' : '/articles/$id'} params={{ id }}>
            {draft.data === undefined ? 'Back to the article' : titleOf(draft.data.head)}
          </Link>
        }
      />
      <Page className="narrow">
        <Loaded query={history} what="the history">
          {(items) => (
            <Panel>
              {items.length === 0 ? (
                <Nothing title="Nothing yet">What happens to this article stands here.</Nothing>
              ) : (
                <div className={panel.pad}>
                  <ol className={writing.timeline}>
                    {items.map((item, index) => (
                      <Item
                        key={item.kept_id ?? `${item.at}-${index}`}
                        item={item}
                        isNow={index === 0}
                        article={id}
                        kind={draft.data?.kind}
                        mayEdit={draft.data?.may.includes('edit') ?? false}
                      />
                    ))}
                  </ol>
                  <p className="hint">Nothing is ever taken out of this list.</p>
                </div>
              )}
            </Panel>
          )}
        </Loaded>
      </Page>
    </>
  );
}

const isBlanked = ({ detail }: HistoryItem) => (detail as Record<string, unknown>).erased === true;

/** The text behind a line, where there is one: words of a part that were kept, or all of them as they were frozen. */
function earlierOf({ kept_id, revision_id }: HistoryItem): Earlier | null {
  if (kept_id !== null) return { is: 'kept', id: kept_id };
  return revision_id === null ? null : { is: 'frozen', id: revision_id };
}

interface ItemProps {
  item: HistoryItem;
  isNow: boolean;
  article: string;
  kind: Kind | undefined;
  mayEdit: boolean;
}

function Item({ item, isNow, article, kind, mayEdit }: ItemProps) {
  const me = useMe();
  const editor = useIsEditor();
  const earlier = earlierOf(item);
  return (
    <li data-now={isNow}>
      <strong>{actWords(item.act)}</strong>
      <span className="muted">
        {' '}
        · {moment(item.at)}, {byWhom(item, me.id)}
      </span>
      {editor && item.fingerprint !== null && <p className="mono muted">fingerprint {printed(item.fingerprint)}</p>}
      {isBlanked(item) && <p className="hint">The words were erased.</p>}
      {earlier !== null && !isBlanked(item) && <Since article={article} kind={kind} earlier={earlier} />}
      {item.kept_id !== null && <Kept article={article} kind={kind} id={item.kept_id} mayEdit={mayEdit} />}
    </li>
  );
}
