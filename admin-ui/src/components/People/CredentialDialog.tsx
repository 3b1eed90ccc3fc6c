import { Autocomplete, Checkbox, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addCredential, changeCredential, deleteCredential, fetchCatalogue } from '@/api/people';
import type { Credential, NewCredential } from '@/api/shapes';
import { Ask } from '@/components/Dialogs/Ask';
import { toast } from '@/components/Dialogs/toast';

interface CredentialDialogProps {
  person: string;
  /** The one to change; `null` adds one. */
  credential: Credential | null;
  onClose: () => void;
  onDone: () => Promise<void>;
}

/** What the form holds; an empty field is `null`. */
type CredentialFields = Omit<Credential, 'id' | 'verifications'>;

const EMPTY: CredentialFields = {
  abbreviation: '', kind: 'licence', title: null, jurisdiction: null, issuer: null, number: null,
  show_number: false, expires_on: null, supervised_by: null, shown: true,
};

const fieldsOf = (c: Credential): CredentialFields => ({
  abbreviation: c.abbreviation, kind: c.kind, title: c.title, jurisdiction: c.jurisdiction, issuer: c.issuer, number: c.number,
  show_number: c.show_number, expires_on: c.expires_on, supervised_by: c.supervised_by, shown: c.shown,
});

/** A new credential leaves out what is not known. */
const withoutNulls = (fields: CredentialFields): NewCredential =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as NewCredential;

export function CredentialDialog({ person, credential, onClose, onDone }: CredentialDialogProps) {
  const catalogue = useQuery({ queryKey: ['catalogue'], queryFn: fetchCatalogue, staleTime: Infinity });
  const [fields, setFields] = useState<CredentialFields>(credential === null ? EMPTY : fieldsOf(credential));
  const set = <K extends keyof CredentialFields>(key: K, value: CredentialFields[K]) => setFields({ ...fields, [key]: value });
  const words = (key: 'title' | 'jurisdiction' | 'issuer' | 'number' | 'supervised_by') => ({
    value: fields[key] ?? '',
    onChange: (event: { currentTarget: HTMLInputElement }) => set(key, event.currentTarget.value || null),
  });
  const choose = (abbreviation: string) => {
    const known = (catalogue.data ?? []).find((entry) => entry.abbreviation === abbreviation);
    setFields({
      ...fields,
      abbreviation,
      ...(known === undefined ? {} : { kind: known.kind, title: fields.title ?? known.title, jurisdiction: fields.jurisdiction ?? known.jurisdiction }),
    });
  };
  const act = async () => {
    if (credential === null) await addCredential(person, withoutNulls(fields));
    else await changeCredential(credential.id, fields);
    await onDone();
  };
  const remove = async () => {
    if (credential === null) return;
    try {
      await deleteCredential(credential.id);
      await onDone();
      onClose();
    } catch {
      toast('It could not be taken out. Please try again.', 'bad');
    }
  };
  return (
    <Ask
      opened
      onClose={onClose}
      title={credential === null ? 'Add a credential' : `Change ${credential.abbreviation}`}
      verb={credential === null ? 'Add' : 'Change'}
      not={credential === null ? 'added' : 'changed'}
      act={act}
      check={() => (fields.abbreviation.trim() === '' ? 'Please write the letters.' : null)}
    >
      <Autocomplete
        label="Letters"
        description="As they stand after the name: LPC"
        data={[...new Set((catalogue.data ?? []).map((entry) => entry.abbreviation))]}
        limit={8}
        openOnFocus={false}
        value={fields.abbreviation}
        onChange={choose}
      />
      <Select
        label="What it is"
        allowDeselect={false}
        data={[
          { value: 'degree', label: 'A degree' },
          { value: 'licence', label: 'A license to practice' },
          { value: 'certification', label: 'A certification' },
          { value: 'membership', label: 'A membership' },
        ]}
        value={fields.kind}
        onChange={(value) => set('kind', (value ?? 'licence'))}
      />
      <TextInput label="Its full name" {...words('title')} />
      {fields.kind !== 'degree' && (
        <>
          <TextInput label="State or country" {...words('jurisdiction')} />
          <TextInput label="Number" {...words('number')} />
          <TextInput label="Valid until" type="date" value={fields.expires_on ?? ''} onChange={(e) => set('expires_on', e.currentTarget.value || null)} />
          <Checkbox label="Readers may see the number" checked={fields.show_number} onChange={(e) => set('show_number', e.currentTarget.checked)} />
        </>
      )}
      <TextInput label="Issued by" {...words('issuer')} />
      {fields.kind === 'licence' && <TextInput label="Supervised by" description="Only for a license under supervision" {...words('supervised_by')} />}
      <Checkbox label="Print it in the byline" checked={fields.shown} onChange={(e) => set('shown', e.currentTarget.checked)} />
      {credential !== null && (
        <p>
          <button type="button" className="link bad" onClick={() => void remove()}>
            Take this credential out
          </button>
        </p>
      )}
    </Ask>
  );
}
