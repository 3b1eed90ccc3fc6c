import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import type { Picture } from '@/saving/sectionText';
import { askAbout } from './Figure';
import styles from './picture.module.css';
import { pictureUrl } from './sizes';

/** What is still to be said before the text can be submitted. */
export function lacks({ alt, clients }: Picture): string | null {
  if (alt === null && clients === 'not_asked') return 'Say what it shows, and whether a client is shown.';
  if (alt === null) return 'Say what it shows.';
  return clients === 'not_asked' ? 'Say whether a client is shown.' : null;
}

/** A picture in the text while it is written, with what readers will see under it. */
export function FigureView({ node, editor, getPos, deleteNode, selected }: ReactNodeViewProps) {
  const facts = node.attrs.facts as Picture;
  const ask = () => {
    const at = getPos();
    if (at !== undefined) askAbout(editor, at);
  };
  // The button goes with the picture; undoing it is a key in the text.
  const takeOut = () => {
    deleteNode();
    editor.commands.focus();
  };
  const lack = lacks(facts);
  const about = [facts.credit, facts.licence].filter((text) => text !== '').join(' · ');
  return (
    <NodeViewWrapper as="figure" className={styles.figure} data-selected={selected} data-drag-handle="">
      <img src={pictureUrl(facts.sha256, facts.width)} width={facts.width} height={facts.height} alt={facts.alt ?? ''} />
      {(facts.caption !== '' || about !== '') && (
        <figcaption>
          {facts.caption} {about !== '' && <small>{about}</small>}
        </figcaption>
      )}
      <div className={styles.acts} contentEditable={false}>
        {lack !== null && <span className={styles.lack}>{lack}</span>}
        {lack === null && <span className="hint">{facts.alt === '' ? 'Decoration only' : `Described: ${facts.alt ?? ''}`}</span>}
        <span className="row">
          <button type="button" className="link" onClick={ask}>
            About this picture
          </button>
          <button type="button" className="link bad" onClick={takeOut}>
            Take it out
          </button>
        </span>
      </div>
    </NodeViewWrapper>
  );
}
