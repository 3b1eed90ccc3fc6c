import type { ArticleRow } from '@/api/shapes';
import { titleOf, wordsTo } from '@/words';

/** One thing that is asked of an author. */
export interface AuthorAsk {
  row: ArticleRow;
  kind: 'sign' | 'change' | 'agree';
  title: string;
  text: string;
}

/** What is asked of a person: signatures first, then changes; the longest waiting first. */
export function asksOf(rows: readonly ArticleRow[], me: string): AuthorAsk[] {
  const asks = rows.flatMap((row): AuthorAsk[] => {
    const by = row.candidate?.by?.byline.name ?? 'An editor';
    if (row.candidate?.state === 'proof_out' && row.waiting_for.some((p) => p.id === me)) {
      const text = `${by} has sent you the edited text. Nothing is published until you sign.`;
      return [{ row, kind: 'sign', title: `Sign “${titleOf(row)}”`, text }];
    }
    if (row.candidate?.state === 'changes_requested') {
      const said = wordsTo(row.candidate);
      const text = said === '' ? `${by} asks for changes.` : `${by}: “${said}”`;
      return [{ row, kind: 'change', title: `Change “${titleOf(row)}”`, text }];
    }
    if (row.joint_act?.act === 'withdraw' && row.joint_act.asked_by.id !== me && !row.joint_act.emergency) {
      const text = `${row.joint_act.asked_by.byline.name} asks for it. You can be the second person; until then it stays live.`;
      return [{ row, kind: 'agree', title: `Take “${titleOf(row)}” off the site?`, text }];
    }
    return [];
  });
  const since = (ask: AuthorAsk) => ask.row.waiting_since ?? ask.row.updated_at;
  return asks.sort((a, b) => Number(b.kind === 'sign') - Number(a.kind === 'sign') || since(a).localeCompare(since(b)));
}

/** The one next step of a row on the editors' Home. */
export function nextStep(row: ArticleRow, me: string): string {
  if (row.joint_act !== null) return row.joint_act.asked_by.id === me ? 'Look' : 'Decide';
  switch (row.candidate?.state) {
    case 'submitted':
    case 'in_review':
      return 'Review';
    case 'proof_out':
      return row.signatures.given >= row.signatures.needed && !row.signatures.approved && row.signatures.open_to_you ? 'Approve' : 'Look';
    case 'approved':
      return 'Publish';
    default:
      return 'Look';
  }
}

const ASKS = { withdraw: 'asks to take it off the site', amend: 'has signed an amendment', erase: 'asks to erase it' };
const DONE = 'took it off alone; a second person has to review it';

/** The second line under a state: why it stands there. */
export function whyThere(row: ArticleRow): string {
  if (row.joint_act !== null) return `${row.joint_act.asked_by.byline.name} ${row.joint_act.emergency ? DONE : ASKS[row.joint_act.act]}`;
  const waiting = row.waiting_for;
  switch (row.candidate?.state) {
    case 'submitted':
      return row.topics.length > 0 ? `topic: ${row.topics.map((t) => t.label).join(', ')}` : 'no topic yet';
    case 'in_review':
      return row.editor === null ? 'nobody has taken it' : `with ${row.editor.byline.name}`;
    case 'changes_requested':
    case 'proof_out':
      if (waiting.length === 0) return 'everyone has signed';
      return waiting.length > 2 ? `waits for ${waiting.length} clinicians` : `waits for ${waiting.map((p) => p.byline.name).join(', ')}`;
    case 'approved':
      return 'ready to go out';
    default:
      return row.candidate?.state === 'draft' ? 'being written' : '';
  }
}
