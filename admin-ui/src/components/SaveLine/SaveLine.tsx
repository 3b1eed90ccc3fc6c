import type { SaveState } from '@/saving/saver';
import { saveLine } from '@/words';
import styles from './SaveLine.module.css';

interface SaveLineProps {
  state: SaveState<unknown>;
  /** Opens what can be done about it: the two texts, or the sign-in. */
  onOpen?: () => void;
}

/** Says only what the server has answered. */
export function SaveLine({ state, onOpen }: SaveLineProps) {
  const isNot = state.is !== 'saved' && state.is !== 'saving';
  const canOpen = onOpen !== undefined && (state.is === 'conflict' || state.is === 'signed_out');
  return (
    <span role="status">
      {canOpen ? (
        <button type="button" className={styles.saved} data-is={state.is} data-not={isNot} onClick={onOpen}>
          {saveLine(state)}
        </button>
      ) : (
        <span className={styles.saved} data-is={state.is} data-not={isNot}>
          {saveLine(state)}
        </span>
      )}
    </span>
  );
}
