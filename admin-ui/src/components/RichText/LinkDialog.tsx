import { Button, Modal, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import { useState, type SyntheticEvent } from 'react';
import { wholeAddress } from './address';

interface LinkDialogProps {
  editor: Editor | null;
  onClose: () => void;
}

/** Where the chosen words lead. */
export function LinkDialog({ editor, onClose }: LinkDialogProps) {
  return (
    <Modal opened={editor !== null} onClose={onClose} title="Link">
      {editor !== null && <LinkForm editor={editor} onClose={onClose} />}
    </Modal>
  );
}

function LinkForm({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const known = String(editor.getAttributes('link').href ?? '');
  const [address, setAddress] = useState(known);
  const [fault, setFault] = useState<string>();
  const isInText = !editor.state.selection.empty || known !== '';
  const set = (event: SyntheticEvent) => {
    event.preventDefault();
    const href = wholeAddress(address);
    if (href === null) {
      setFault('Please write a whole address, such as https://example.org/page');
      return;
    }
    const chain = editor.chain().focus();
    if (isInText) chain.extendMarkRange('link').setLink({ href }).run();
    else chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
    onClose();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    onClose();
  };
  return (
    <form className="stack" onSubmit={set}>
      <TextInput
        label="Address"
        description={isInText ? 'The chosen words lead there.' : 'No words are chosen: the address itself is put into the text.'}
        inputMode="url"
        data-autofocus
        value={address}
        error={fault}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      <div className="ends">
        <Button type="submit" variant="filled">
          Set the link
        </Button>
        {known !== '' && <Button onClick={remove}>Remove the link</Button>}
        <Button onClick={onClose}>Back</Button>
      </div>
    </form>
  );
}
