/** The acts of the record in plain words; an act without a word of its own is shown as it is named. */
const WORDS: Record<string, string> = {
  create: 'Begun',
  created: 'Begun',
  save: 'Text saved',
  saved: 'Text saved',
  submit: 'Submitted',
  submitted: 'Submitted',
  recall: 'Taken back',
  recalled: 'Taken back',
  draft: 'Taken back',
  start_review: 'Review begun',
  in_review: 'Review begun',
  request_changes: 'Changes asked for',
  changes_requested: 'Changes asked for',
  decline: 'Declined',
  declined: 'Declined',
  send_proof: 'Proof sent',
  proof_out: 'Proof sent',
  attest: 'Signed',
  attested: 'Signed',
  object: 'Something is wrong',
  approve: 'Approved',
  approved: 'Approved',
  publish: 'Published',
  published: 'Published',
  revise: 'New version begun',
  withdraw: 'Taken off the site',
  withdrawn: 'Taken off the site',
  amend: 'Amended',
  import: 'Imported',
  erase: 'Erased',
};

export function actWords(act: string): string {
  const name = act.split('.').at(-1) ?? act;
  const plain = WORDS[name] ?? name.replaceAll('_', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
