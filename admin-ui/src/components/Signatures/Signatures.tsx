import { useState } from 'react';
import { makeProofLink } from '@/api/signing';
import type { Article, PersonRef, ProofLink, Signatures as SignaturesShape } from '@/api/shapes';
import { printedRole } from '@/byline';
import { CopyLink } from '@/components/Dialogs/CopyLink';
import { toast } from '@/components/Dialogs/toast';
import { Panel } from '@/components/Panel/Panel';
import { explain } from '@/components/Problem/Problem';
import { Pair } from '@/components/State/State';
import { useMail } from '@/session';
import { moment } from '@/time';
import { list } from '@/words';
import { askedWords } from './asked';
import { Line } from './Line';
import { AutomaticReminders, RemindNow } from './Reminding';
import styles from './Signatures.module.css';

interface SignaturesProps {
  article: Article;
  signatures: SignaturesShape;
}

/** Who signed which fingerprint and what is missing: the same list the server checks. */
export function Signatures({ article, signatures }: SignaturesProps) {
  const wanted = signatures.sections.flatMap((s) => s.contributors);
  const approved = signatures.approvals.length > 0;
  const mail = useMail();
  const canAsk = article.candidate?.state === 'proof_out';
  return (
    <Panel
      id="signatures"
      title="Signatures"
      aside={<Pair needed={wanted.length} given={wanted.filter((c) => c.signed_at !== null).length} approved={approved} />}
      pad
    >
      {signatures.sections.map((section) =>
        section.contributors.map((c) => (
          <Line
            key={section.section_id + c.person.id}
            name={c.person.byline.text}
            isDone={c.signed_at !== null}
            fingerprint={section.fingerprint}
            aside={
              c.signed_at === null && canAsk ? (
                <span className={styles.asks}>
                  {c.way?.can_remind === true && <RemindNow article={article.id} person={c.person} />}
                  <FreshLink article={article.id} person={c.person} />
                </span>
              ) : null
            }
          >
            {[
              ...(article.kind === 'expert_answers' ? [`Answer ${section.position}`] : []),
              ...printedRole(c.person.byline.role),
              ...askedWords(c),
            ].join(' · ')}
          </Line>
        )),
      )}
      {signatures.approvals.map((approval) => (
        <Line
          key={approval.person.id + approval.kind}
          name={approval.person.byline.text}
          isDone
          word="Approved"
          fingerprint={signatures.fingerprint}
        >
          {approval.kind === 'clinical' ? 'Clinical approval' : 'Approval of the whole'} · {moment(approval.at)}
        </Line>
      ))}
      {!approved && (
        <Line name="Approval of the whole" isDone={false} word="Not yet" fingerprint={signatures.fingerprint}>
          {whoCan(signatures)}
        </Line>
      )}
      {canAsk && mail && <AutomaticReminders article={article.id} signatures={signatures} />}
      <p className={`hint ${styles.names}`}>A fingerprint names the words and the five answers. When an author answers on signing, it changes, and an earlier approval ends.</p>
      <Missing signatures={signatures} />
    </Panel>
  );
}

/** Who can still give the approval, as far as the server knows beforehand. */
function whoCan({ second_person: second }: SignaturesShape): string {
  if (second === null) return 'Given by an editor who is not one of its authors.';
  const people = [...(second.refused === null ? ['you'] : []), ...second.others.map((p) => p.byline.name)];
  return people.length === 0 ? 'Nobody here can give it now: another editor is needed.' : `Open to ${list(people)}.`;
}

/** A new link for one clinician, to send in another way; the mail is not asked. */
function FreshLink({ article, person }: { article: string; person: PersonRef }) {
  const [link, setLink] = useState<ProofLink | null>(null);
  const make = async () => {
    try {
      setLink(await makeProofLink(article, person.id));
    } catch (error) {
      const { title, body } = explain(error, 'made');
      toast(`${title} ${body}`.trim(), 'bad');
    }
  };
  if (link?.url != null) return <CopyLink url={link.url} whose={person.byline.name} />;
  if (link !== null) return <span className="small muted">sent by mail</span>;
  return (
    <button type="button" className="link small" onClick={() => void make()}>
      Make a link<span className="sr"> for {person.byline.name}</span>
    </button>
  );
}

function Missing({ signatures }: { signatures: SignaturesShape }) {
  const isDone = signatures.missing.length === 0;
  return (
    <div className={styles.missing}>
      <h3>{isDone ? 'Nothing is missing' : 'Still missing before it can be published'}</h3>
      <ul className={styles.need}>
        {signatures.missing.map((item) => (
          <li key={item.detail}>{item.detail.replace('It cannot be published yet. ', '')}</li>
        ))}
        {isDone && <li data-done="true">Everyone has signed, and another person has approved</li>}
      </ul>
      {!isDone && <p className="hint">“Publish” stands at the top as soon as this list is done.</p>}
    </div>
  );
}
