import type { Article, Signatures as SignaturesShape } from '@/api/shapes';
import { Panel } from '@/components/Panel/Panel';
import { Pair, State } from '@/components/State/State';
import { moment, weekday } from '@/time';
import { list } from '@/words';
import styles from './Signatures.module.css';

interface SignaturesProps {
  article: Article;
  signatures: SignaturesShape;
}

/** Who signed which fingerprint and what is missing: the same list the server checks. */
export function Signatures({ article, signatures }: SignaturesProps) {
  const wanted = signatures.sections.flatMap((s) => s.contributors);
  const isOut = article.candidate?.digest != null;
  const approved = signatures.approvals.length > 0;
  return (
    <Panel
      id="signatures"
      title="Signatures"
      aside={
        <Pair needed={isOut ? wanted.length : 0} given={wanted.filter((c) => c.signed_at !== null).length} approved={approved} />
      }
      pad
    >
      {!isOut && (
        <p className="hint">
          Nobody is asked before a proof is sent. Then {list([...new Set(wanted.map((c) => c.person.byline.name))])}{' '}
          {wanted.length === 1 ? 'signs' : 'sign'}, and an editor who is not one of its authors approves.
        </p>
      )}
      {(isOut ? signatures.sections : []).map((section) =>
        section.contributors.map((c) => (
          <Line
            key={section.section_id + c.person.id}
            name={c.person.byline.text}
            is={c.signed_at !== null ? 'signed' : 'missing'}
            fingerprint={section.fingerprint}
          >
            {article.kind === 'expert_answers' && `Answer ${section.position} · `}
            {c.signed_at !== null ? moment(c.signed_at) : asked(c.link_sent_at)}
          </Line>
        )),
      )}
      {(isOut ? signatures.approvals : []).map((approval) => (
        <Line
          key={approval.person.id + approval.kind}
          name={approval.person.byline.text}
          is="signed"
          word="Approved"
          fingerprint={article.candidate?.fingerprint ?? null}
        >
          {approval.kind === 'clinical' ? 'Clinical approval' : 'Approval of the whole'} · {moment(approval.at)}
        </Line>
      ))}
      {isOut && !approved && (
        <Line name="Approval of the whole" is="missing" word="Not yet" fingerprint={article.candidate?.fingerprint ?? null}>
          Open to any editor who is not one of its authors.
        </Line>
      )}
      {isOut && <Missing signatures={signatures} />}
    </Panel>
  );
}

const asked = (at: string | null): string => (at === null ? 'not asked yet' : `asked ${weekday(at)}`);

interface LineProps {
  name: string;
  is: 'signed' | 'missing';
  word?: string;
  fingerprint: string | null;
  children: React.ReactNode;
}

/** A signature is a line on a form: solid when signed, dashed when missing. */
function Line({ name, is, word, fingerprint, children }: LineProps) {
  return (
    <div className={styles.sig} data-is={is}>
      <div className={styles.top}>
        <b>{name}</b>
        {is === 'signed' ? (
          <State text={word ?? 'Signed'} tone="accent" shape="disc" />
        ) : (
          <State text={word ?? 'Not signed'} tone={word === undefined ? 'warn' : 'still'} shape="ring" />
        )}
      </div>
      <p>{children}</p>
      {fingerprint !== null && fingerprint !== '' && <p className={styles.fp}>fingerprint {printed(fingerprint)}</p>}
    </div>
  );
}

/** Eight signs in two groups, for reading aloud. */
export function printed(fingerprint: string): string {
  const eight = fingerprint.replaceAll(/\s/g, '').slice(0, 8);
  return `${eight.slice(0, 4)} ${eight.slice(4)}`.trim();
}

function Missing({ signatures }: { signatures: SignaturesShape }) {
  const isDone = signatures.missing.length === 0;
  return (
    <>
      <h3 style={{ marginTop: 16 }}>{isDone ? 'Nothing is missing' : 'Still missing before it can be published'}</h3>
      <ul className={styles.need}>
        {signatures.missing.map((item) => (
          <li key={item.detail}>{item.detail}</li>
        ))}
        {isDone && <li data-done="true">Everyone has signed, and another person has approved</li>}
      </ul>
      {!isDone && <p className="hint">“Publish” stands at the top as soon as this list is done.</p>}
    </>
  );
}
