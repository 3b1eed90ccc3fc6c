import type { Editor } from '@tiptap/react';
import { useEffect, useId, useRef, useSyncExternalStore } from 'react';
import type { OpenMenu } from './Slash';
import styles from './SlashMenu.module.css';

/** What can be put in where a slash was typed. The cursor stays in the text; the arrows walk here. */
export function SlashMenu({ editor }: { editor: Editor }) {
  const { menu } = editor.storage.slash;
  const open = useSyncExternalStore(menu.watch, menu.read);
  return open === null ? null : <Menu editor={editor} open={open} />;
}

function Menu({ editor, open }: { editor: Editor; open: OpenMenu }) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const place = useRef(open.place);
  useEffect(() => (box.current === null ? undefined : place.current(box.current)), []);
  useEffect(() => {
    const { dom } = editor.view;
    dom.setAttribute('aria-controls', id);
    dom.setAttribute('aria-haspopup', 'listbox');
    dom.setAttribute('aria-activedescendant', `${id}-${open.at}`);
    document.getElementById(`${id}-${open.at}`)?.scrollIntoView({ block: 'nearest' });
  }, [editor, id, open]);
  useEffect(() => {
    const { dom } = editor.view;
    return () => {
      for (const name of ['aria-controls', 'aria-haspopup', 'aria-activedescendant']) dom.removeAttribute(name);
    };
  }, [editor]);
  return (
    <div ref={box} className={styles.menu}>
      <div role="listbox" id={id} aria-label="Put into the text" className={styles.list}>
        {open.inserts.map((insert, index) => (
          <div
            key={insert.label}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === open.at}
            className={styles.option}
            onMouseDown={(event) => {
              event.preventDefault();
              open.choose(insert);
            }}
          >
            {insert.label}
            <small>{insert.hint}</small>
          </div>
        ))}
      </div>
    </div>
  );
}
