import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { verifyCredential } from '@/api/people';
import type { Credential, VerificationStatus } from '@/api/shapes';
import { Ask } from '@/components/Dialogs/Ask';
import { toast } from '@/components/Dialogs/toast';

interface CheckDialogProps {
  credential: Credential;
  onClose: () => void;
  onDone: () => Promise<void>;
}

const today = (): string => new Date().toISOString().slice(0, 10);

/** What was looked at, when, and what it said. It goes on the record under the name of whoever checked. */
export function CheckDialog({ credential, onClose, onDone }: CheckDialogProps) {
  const [source, setSource] = useState('');
  const [url, setUrl] = useState('');
  const [checkedOn, setCheckedOn] = useState(today());
  const [validUntil, setValidUntil] = useState(credential.expires_on ?? '');
  const [status, setStatus] = useState<VerificationStatus>('current');
  const act = async () => {
    await verifyCredential(credential.id, {
      source: source.trim(),
      ...(url.trim() === '' ? {} : { url: url.trim() }),
      checked_on: checkedOn,
      ...(validUntil === '' ? {} : { valid_until: validUntil }),
      status,
    });
    await onDone();
    toast(`Noted for ${credential.abbreviation}.`);
  };
  return (
    <Ask
      opened
      onClose={onClose}
      title={`Check ${credential.abbreviation}`}
      verb="Note the check"
      not="noted"
      act={act}
      check={() => (source.trim() === '' ? 'Please say where you looked.' : null)}
    >
      <TextInput label="Where did you look?" description="The board’s register, the certificate, …" value={source} onChange={(e) => setSource(e.currentTarget.value)} />
      <TextInput label="Address of that page" description="If there is one" type="url" value={url} onChange={(e) => setUrl(e.currentTarget.value)} />
      <TextInput label="Looked at on" type="date" max={today()} value={checkedOn} onChange={(e) => setCheckedOn(e.currentTarget.value)} />
      <TextInput label="It is valid until" description="As the register says; empty when it does not run out" type="date" value={validUntil} onChange={(e) => setValidUntil(e.currentTarget.value)} />
      <Radio.Group label="What did it say?" value={status} onChange={(value) => setStatus(value)}>
        <div className="stack-s" style={{ marginTop: 4 }}>
          <Radio value="current" label="In force, as stated" />
          <Radio value="lapsed" label="It has lapsed" />
          <Radio value="suspended" label="It is suspended" />
          <Radio value="revoked" label="It was revoked" />
          <Radio value="not_found" label="It was not to be found" />
        </div>
      </Radio.Group>
    </Ask>
  );
}
