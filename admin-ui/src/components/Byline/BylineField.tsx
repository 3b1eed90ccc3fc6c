import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ParsedByline } from '@/api/shapes';
import { BylinePreview } from './BylinePreview';
import { useParsed } from './useParsed';

export interface TypedByline {
  typed: string;
  parsed: ParsedByline | null;
  type: (typed: string) => void;
}

export function useTypedByline(atFirst = ''): TypedByline {
  const [typed, type] = useState(atFirst);
  return { typed, parsed: useParsed(typed), type };
}

/** Why what was typed is no byline; `null` when it is one. */
export function bylineFault({ typed, parsed }: TypedByline, none = 'Please write the name first.'): string | null {
  if (typed.trim() === '') return none;
  return parsed?.practice === true ? 'Please write the name of a person.' : null;
}

interface BylineFieldProps {
  byline: TypedByline;
  label?: string;
}

/** Name and letters as they are printed, and what they will look like. */
export function BylineField({ byline, label = 'Name and letters' }: BylineFieldProps) {
  return (
    <>
      <TextInput
        label={label}
        description="As they are printed: Jo Example, MA, LPC"
        autoComplete="off"
        data-autofocus
        value={byline.typed}
        onChange={(event) => byline.type(event.currentTarget.value)}
      />
      <BylinePreview parsed={byline.parsed} />
    </>
  );
}
