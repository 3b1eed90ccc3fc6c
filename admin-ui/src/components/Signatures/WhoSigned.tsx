import { useQuery } from '@tanstack/react-query';
import { fetchSignatures } from '@/api/signing';
import type { Article } from '@/api/shapes';
import { printedRole } from '@/byline';
import { Panel } from '@/components/Panel/Panel';
import { useMe } from '@/session';
import { askedWords } from './asked';
import { Line } from './Line';

/** Who has signed and who has not, for those whose names stand over it. */
export function WhoSigned({ article }: { article: Article }) {
  const me = useMe();
  const signatures = useQuery({ queryKey: ['signatures', article.id], queryFn: () => fetchSignatures(article.id) });
  if (signatures.data === undefined) return null;
  const { sections, approvals } = signatures.data;
  return (
    <Panel id="signatures" title="Who has signed" pad>
      {sections.map((section) =>
        section.contributors.map((c) => (
          <Line
            key={section.section_id + c.person.id}
            name={c.person.id === me.id ? `${c.person.byline.text} (you)` : c.person.byline.text}
            isDone={c.signed_at !== null}
          >
            {[
              ...(article.kind === 'expert_answers' ? [`Answer ${section.position}`] : []),
              ...printedRole(c.person.byline.role),
              ...askedWords(c),
            ].join(' · ')}
          </Line>
        )),
      )}
      <Line name="An editor, for the whole" isDone={approvals.length > 0} word={approvals.length > 0 ? 'Approved' : 'Not yet'}>
        {approvals.map((approval) => approval.person.byline.name).join(' · ') || 'Somebody who is not one of its authors reads it as well.'}
      </Line>
    </Panel>
  );
}
