/** An address as people type it, made whole; `null` when it cannot be one. */
export function wholeAddress(typed: string): string | null {
  const trimmed = typed.trim();
  if (/^(mailto:|tel:)\S+$/i.test(trimmed)) return trimmed;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(trimmed)) return `mailto:${trimmed}`;
  try {
    const url = new URL(/^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
    return url.hostname.includes('.') ? url.href : null;
  } catch {
    return null;
  }
}
