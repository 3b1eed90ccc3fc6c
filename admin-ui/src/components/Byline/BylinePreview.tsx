import type { ParsedByline } from '@/api/shapes';
import { list } from '@/words';
import styles from '@/components/Writing/Writing.module.css';

/** "Readers see: Name, LETTERS", and what could not be read. */
export function BylinePreview({ parsed }: { parsed: ParsedByline | null }) {
  return (
    <div aria-live="polite">
      <span className="label">Readers see</span>
      <p className={styles.prints}>{parsed === null ? '' : previewOf(parsed)}</p>
      {parsed !== null && remarks(parsed).map((remark) => <p key={remark} className="hint">{remark}</p>)}
    </div>
  );
}

export function previewOf(parsed: ParsedByline): string {
  return [parsed.name, ...parsed.letters].join(', ');
}

export function remarks(parsed: ParsedByline): string[] {
  const found: string[] = [];
  if (parsed.unknown_letters.length > 0) {
    found.push(`We do not know the letters ${list(parsed.unknown_letters)}. They are kept aside; the editors will ask.`);
  }
  if (parsed.practice) found.push('This looks like the name of a practice. Please write the name of a person.');
  if (parsed.letters.length === 0 && parsed.unknown_letters.length === 0) found.push('No letters are printed after the name.');
  return found;
}
