import { Fragment, useMemo } from 'react';
import type { ProofSection } from '@/api/shapes';
import type { Draw } from '@/components/Prose/html';
import { Prose, proseStyles } from '@/components/Prose/Prose';
import { keyOf, type NumberedChange } from './changes';
import { numberMarks } from './marks';

export interface Marking {
  /** As readers will see it: what is gone is not drawn, what is new is not marked. */
  isClean?: boolean;
  changes: readonly NumberedChange[];
  /** Changes whose earlier words are put back. */
  putBack: ReadonlySet<string>;
  /** The change that is looked at. */
  at: string | null;
  /** Opens a change; without it the numbers are only read. */
  onOpen?: (key: string) => void;
}

interface MarkedSectionProps {
  section: ProofSection;
  runIn: string | null;
  marking: Marking;
}

/** One section with its changes underlined, struck through and numbered. */
export function MarkedSection({ section, runIn, marking }: MarkedSectionProps) {
  const html = useMemo(() => numberMarks(section.marked_html), [section.marked_html]);
  return <Prose html={html} draw={drawChanges(section.section_id, marking)} {...(runIn === null ? {} : { runIn })} />;
}

function drawChanges(section: string, { changes, putBack, at, onOpen, isClean = false }: Marking): Draw {
  const byKey = new Map(changes.map((c) => [c.key, c]));
  return (element, children, drawn) => {
    const key = keyOf(section, Number(element.getAttribute('data-change')));
    const found = byKey.get(key);
    if (found === undefined) return undefined;
    const Tag = element.nodeName === 'INS' ? 'ins' : 'del';
    const isBack = putBack.has(key);
    if (isClean) return (Tag === 'ins') === isBack ? null : <Fragment key={drawn}>{children}</Fragment>;
    const isLast = element.hasAttribute('data-last');
    return (
      <span key={drawn} className={proseStyles.change} data-at={at === key} data-back={isBack}>
        <Tag data-back={isBack}>
          <span className="sr">{Tag === 'ins' ? 'added: ' : 'removed: '}</span>
          {children}
        </Tag>
        {isLast && <ChangeNumber found={found} total={changes.length} isBack={isBack} onOpen={onOpen} />}
      </span>
    );
  };
}

interface NumberProps {
  found: NumberedChange;
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
