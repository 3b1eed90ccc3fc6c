import { Button } from '@mantine/core';
import { useState } from 'react';
import { toast } from './toast';

interface CopyLinkProps {
  url: string;
  whose: string;
  label?: string;
  /** Said once it is copied. */
  said?: string;
}

/** Copies; where the browser does not let us, shows the address to be copied by hand. */
export function CopyLink({ url, whose, label = 'Copy link', said = 'Link copied. It works once.' }: CopyLinkProps) {
  const [isShown, setShown] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      toast(said);
    } catch {
      setShown(true);
    }
  };
  if (isShown) {
    return <input type="text" readOnly value={url} aria-label={`Link for ${whose}`} onFocus={(event) => event.currentTarget.select()} />;
  }
  return (
    <Button size="xs" onClick={() => void copy()}>
      {label}
      <span className="sr"> for {whose}</span>
    </Button>
  );
}
