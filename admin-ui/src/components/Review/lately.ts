import type { HistoryItem } from '@/api/shapes';

/** The newest of these acts, when nothing of what would undo it has come after. */
export function unanswered(history: readonly HistoryItem[], act: string, ends: readonly string[]): HistoryItem | null {
  const newest = history.find((item) => item.act === act || ends.includes(item.act));
  return newest?.act === act ? newest : null;
}

/** Somebody said that something is wrong, and nobody has sent a proof since. */
export const objection = (history: readonly HistoryItem[]): HistoryItem | null =>
  unanswered(history, 'object', ['send_proof', 'request_changes', 'decline', 'submit']);
