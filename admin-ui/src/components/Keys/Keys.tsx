import { Button, Modal, Switch } from '@mantine/core';
import { useHotkeys, useLocalStorage } from '@mantine/hooks';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { Facts } from '@/components/Panel/Panel';

interface Keys {
  open: () => void;
  /** Single letters can be switched off: speech input and unsteady hands press them by mistake. */
  lettersOn: boolean;
}

const KeysContext = createContext<Keys>({ open: () => undefined, lettersOn: true });
export const useKeys = (): Keys => useContext(KeysContext);

export function KeysProvider({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  const [lettersOn, setLettersOn] = useLocalStorage({ key: 'countersign.letters', defaultValue: true });
  useHotkeys([['shift+?', () => setOpened(true), { usePhysicalKeys: false }], ['?', () => setOpened(true)]]);
  const keys = useMemo(() => ({ open: () => setOpened(true), lettersOn }), [lettersOn]);
  return (
    <KeysContext value={keys}>
      {children}
      <Modal opened={opened} onClose={() => setOpened(false)} title="Keys">
        <div className="stack">
          <h3>Everywhere</h3>
          <Facts items={everywhere} />
          <h3>In lists</h3>
          <Facts items={inLists} />
          <h3>While writing</h3>
          <Facts items={whileWriting} />
          <Switch label="Single letters" checked={lettersOn} onChange={(e) => setLettersOn(e.currentTarget.checked)} />
          <p className="hint">On a Mac, Cmd stands for Ctrl. No key signs, approves or publishes.</p>
          <div className="ends">
            <Button onClick={() => setOpened(false)}>Close</Button>
          </div>
        </div>
      </Modal>
    </KeysContext>
  );
}

const key = (...names: string[]) => (
  <>
    {names.map((name, i) => (
      <span key={name}>
        {i > 0 && ' '}
        <kbd>{name}</kbd>
      </span>
    ))}
  </>
);

const row = (words: string, ...names: string[]): [string, ReactNode] => [words, key(...names)];

const everywhere = [
  row('Find an article, a person, an action', 'Ctrl', 'K'),
  row('This list', '?'),
  row('Close; nothing is lost', 'Esc'),
];
const inLists = [row('Next row', 'J'), row('Row before', 'K'), row('Open', 'Enter')];
const whileWriting = [
  row('Save now', 'Ctrl', 'S'),
  row('Bold, italic', 'Ctrl', 'B', 'I'),
  row('Put in a heading, a list, a table …', '/'),
  row('Heading', 'Ctrl', 'Alt', '2'),
  row('Link, in the text', 'Ctrl', 'K'),
  row('Find and replace, in the text', 'Ctrl', 'F'),
  row('Comment on the chosen words', 'Ctrl', 'Alt', 'M'),
  row('Paste the words alone', 'Ctrl', 'Shift', 'V'),
  row('Hear how many words there are', 'Ctrl', 'Alt', 'W'),
  row('See as a reader', 'Ctrl', 'P'),
  row('The same, outside the text', 'P'),
  row('To the tools and back', 'Alt', 'F10'),
  row('Leave the text', 'Tab'),
];
