import { notifications } from '@mantine/notifications';

/** Long enough to read twice; the clock stops while it is touched or focused. */
const SHOWN_MS = 8_000;

interface ToastAction {
  label: string;
  run: () => void;
}

/** Afterwards, in a corner. Nothing is said only here, and never a draft's words. */
export function toast(text: string, tone: 'plain' | 'warn' | 'bad' = 'plain', action?: ToastAction): void {
  const id = crypto.randomUUID();
  const message = (
    <span className="row between">
      <span>{text}</span>
      {action !== undefined && (
        <button
          type="button"
          className="link nowrap"
          onClick={() => {
            notifications.hide(id);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
    </span>
  );
  notifications.show({ id, message, autoClose: SHOWN_MS, 'data-tone': tone, closeButtonProps: { 'aria-label': 'Close' } });
}
