import { Modal } from '@mantine/core';
import { SignInForm } from './SignInForm';

interface SignInAgainProps {
  opened: boolean;
  email: string;
  onClose: () => void;
  onDone: () => void;
}

/** Opens above what is being written. Typing stays where it is, and is saved after. */
export function SignInAgain({ opened, email, onClose, onDone }: SignInAgainProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="You are signed out">
      <div className="stack">
        <p>Your text stands where it stood, and is kept on this device. It is saved as soon as you are signed in.</p>
        <SignInForm email={email} onDone={onDone} />
      </div>
    </Modal>
  );
}
