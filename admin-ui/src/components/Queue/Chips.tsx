import type { ReactNode } from 'react';
import styles from './Queue.module.css';

interface ChipsProps {
  legend: string;
  name: string;
  value: string;
  options: { value: string; label: ReactNode; count?: number }[];
  onChange: (value: string) => void;
}

/** One choice of a few, as chips; a count stands beside its word. */
export function Chips({ legend, name, value, options, onChange }: ChipsProps) {
  return (
    <fieldset className={styles.chips}>
      <legend className="sr">{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            // In a dialog the focus begins at what is chosen, as it does with the Tab key.
            {...(option.value === value ? { 'data-autofocus': true } : {})}
            onChange={() => onChange(option.value)}
          />
          {option.label}
          {option.count !== undefined && <span className={styles.n}>{option.count}</span>}
        </label>
      ))}
    </fieldset>
  );
}
