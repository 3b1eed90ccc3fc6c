/** Eight signs in two groups, for reading aloud. */
export function printed(fingerprint: string): string {
  const eight = fingerprint.replaceAll(/\s/g, '').slice(0, 8);
  return `${eight.slice(0, 4)} ${eight.slice(4)}`.trim();
}
