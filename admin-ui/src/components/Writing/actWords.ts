import type { HistoryItem } from '@/api/shapes';

/** The acts of the record in plain words; an act without a word of its own is shown as it is named. */
const WORDS: Record<string, string> = {
  begin: 'Begun',
  begin_from_document: 'Begun with a Word file',
  edit: 'Changed by an editor; the proof was called back',
  add_section: 'An answer added',
  remove_section: 'An answer taken out',
  reorder_sections: 'Answers put in another order',
  set_contributors: 'Authors changed',
  invite_to_write: 'A clinician was invited to write',
  withdraw_invitation: 'An invitation was taken back',
  make_preview_link: 'A preview link was made',
  revoke_preview_link: 'A preview link was revoked',
  set_topics: 'Topics changed',
  save: 'Text saved, and changed since',
  bring_back: 'An earlier text brought back',
  submit: 'Submitted',
  submit_for_author: 'Given in by an editor, as it came from its author',
  recall: 'Taken back',
  start_review: 'Review begun',
  request_changes: 'Changes asked for',
  decline: 'Declined',
  send_proof: 'Proof sent',
  copy_proof_link: 'A link to sign was copied',
  remind: 'A reminder to sign was sent',
  stop_reminders: 'Automatic reminders stopped',
  resume_reminders: 'Automatic reminders on again',
  attest: 'Signed',
  put_back: 'Answers or own words put into the proof',
  complete: 'Everyone has signed',
  object: 'Something is wrong',
  approve: 'Approved',
  publish: 'Published',
  revise: 'New version begun',
  ask_withdrawal: 'A second person is asked to take it off the site',
  withdraw: 'Taken off the site',
  ask_amendment: 'A second person is asked to amend it',
  amend: 'Amended by the editors',
  ask_erasure: 'A second person is asked to erase it',
  erase: 'Erased',
  import: 'Imported',
};

export function actWords(act: string): string {
  const plain = WORDS[act] ?? act.replaceAll('_', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** Who did it, in plain words; a link signs for the person it was sent to. */
export function byWhom(item: HistoryItem, me: string): string {
  if (item.by === null) return item.caller === 'clock' ? 'by the clock' : 'by the operator';
  const name = item.by.id === me ? 'you' : item.by.byline.name;
  return item.caller === 'link' ? `${name}, by link` : name;
}
