import type { Draw } from '@/components/Prose/html';
import { proseStyles } from '@/components/Prose/Prose';
import type { Numbered } from './changes';
import type { Marking } from './marking';

/** Draws marks with their numbers; `keyOf` tells how a number within its text is called on the page. */
export function drawChanges(keyOf: (number: number) => string, { changes, putBack, at, onOpen }: Marking): Draw {
  const byKey = new Map(changes.map((c) => [c.key, c]));
  return (element, children, drawn) => {
    const key = keyOf(Number(element.getAttribute('data-change')));
    const found = byKey.get(key);
    if (found === undefined) return undefined;
    const Tag = element.nodeName === 'INS' ? 'ins' : 'del';
    const isBack = putBack.has(key);
    const isLast = element.hasAttribute('data-last');
    return (
      <span key={drawn} className={proseStyles.change} data-at={at === key} data-back={isBack}>
        <Tag data-back={isBack}>
          <span className="sr">{Tag === 'ins' ? 'added: ' : 'removed: '}</span>
          {children}
        </Tag>
        {isLast && <ChangeNumber found={found} total={changes.length} isBack={isBack} onOpen={onOpen } />}
      </span>
    );
  };
}

interface NumberProps {
  found: Numbered;
  total: number;
  isBack: boolean;
  onOpen: ((key: string) => void) | undefined;
}

function ChangeNumber({ found, total, isBack, onOpen }: NumberProps) {
  const label = `Change ${found.number} of ${total}${isBack ? ', your words are put back' : ''}`;
  if (onOpen === undefined) {
    return (
      <sup className={proseStyles.number} data-key={found.key} tabIndex={-1}>
        <span className="sr">{label}</span>
        <span aria-hidden="true">{found.number}</span>
      </sup>
    );
  }
  return (
    <button type="button" className={proseStyles.number} data-key={found.key} aria-label={label} onClick={() => onOpen(found.key)}>
      {found.number}
    </button>
  );
}
