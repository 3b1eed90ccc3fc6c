import { Button, Modal, Radio, Textarea, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Editor } from '@tiptap/react';
import { useState, useSyncExternalStore, type SyntheticEvent } from 'react';
import type { Picture } from '@/saving/sectionText';
import { PHONE } from '@/theme';
import { describe, pictureAt } from './Figure';
import styles from './picture.module.css';
import { pictureUrl } from './sizes';

/** The longest of its words, in characters. */
const LONGEST = 1000;

/** What is said of a picture: asked when it is added, and whenever one wants to. */
export function PictureDialog({ editor }: { editor: Editor }) {
  const { asked } = editor.storage.figure;
  const at = useSyncExternalStore(asked.watch, asked.read);
  const isPhone = useMediaQuery(PHONE);
  const facts = at === null ? null : pictureAt(editor, at);
  const close = () => {
    asked.set(null);
    editor.view.focus();
  };
  return (
    <Modal opened={facts !== null} onClose={close} title="About this picture" fullScreen={isPhone} size="lg">
      {facts !== null && at !== null && (
        <PictureForm
          facts={facts}
          onClose={close}
          onSave={(said) => {
            describe(editor, at, said);
            close();
          }}
        />
      )}
    </Modal>
  );
}

interface PictureFormProps {
  facts: Picture;
  onSave: (said: Picture) => void;
  onClose: () => void;
}

function PictureForm({ facts, onSave, onClose }: PictureFormProps) {
  const [said, setSaid] = useState(facts);
  const [isShown, setShown] = useState(facts.alt === null ? null : facts.alt === '' ? 'decoration' : 'described');
  const set = (change: Partial<Picture>) => setSaid({ ...said, ...change });
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    const words = (said.alt ?? '').trim();
    const alt = isShown === 'decoration' ? '' : words === '' ? null : words;
    onSave({ ...said, alt, caption: said.caption.trim(), credit: said.credit.trim(), licence: said.licence.trim() });
  };
  return (
    <form className="stack" onSubmit={save}>
      <img className={styles.shown} src={pictureUrl(facts.sha256, facts.width)} alt="" />
      <Radio.Group label="For people who cannot see it" value={isShown} onChange={setShown}>
        <div className="stack-s">
          <Radio value="described" label="It shows something" />
          <Radio value="decoration" label="It is only decoration" />
        </div>
      </Radio.Group>
      {isShown === 'described' && (
        <Textarea
          label="What does it show?"
          description="A sentence, as you would say it on the telephone"
          autosize
          minRows={2}
          maxLength={LONGEST}
          value={said.alt ?? ''}
          onChange={(event) => set({ alt: event.currentTarget.value })}
        />
      )}
      <Radio.Group
        label="Is a client shown?"
        description="A face, a tattoo, a home or handwriting can be enough to recognize somebody."
        value={said.clients === 'not_asked' ? null : said.clients}
        onChange={(clients) => set({ clients: clients })}
      >
        <div className="stack-s">
          <Radio value="none_shown" label="No client is shown" />
          <Radio value="consent_held" label="A client is shown, and agreed in writing" />
        </div>
      </Radio.Group>
      <TextInput label="Caption" description="Printed under the picture" maxLength={LONGEST} value={said.caption} onChange={(event) => set({ caption: event.currentTarget.value })} />
      <TextInput label="Credit" description="Who made it, such as “Photo: Jo Example”" maxLength={LONGEST} value={said.credit} onChange={(event) => set({ credit: event.currentTarget.value })} />
      <TextInput
        label="Terms"
        description="Under which terms it may be shown, such as “CC BY 4.0” or “Own work”"
        maxLength={LONGEST}
        value={said.licence}
        onChange={(event) => set({ licence: event.currentTarget.value })}
      />
      <p className="hint">Place, time and camera are taken out of the file. Until the two questions are answered the text cannot be submitted.</p>
      <div className="ends">
        <Button type="submit" variant="filled">
          Done
        </Button>
        <Button onClick={onClose}>Back</Button>
      </div>
    </form>
  );
}
