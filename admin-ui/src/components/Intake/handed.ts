/** A file that was dropped on another screen, on its way to the one that reads it. It is nowhere but in memory. */
let handed: File | null = null;

export function handOver(file: File): void {
  handed = file;
}

export const handedOver = (): File | null => handed;

/** It arrived: whoever comes to that screen later begins anew. */
export function arrived(): void {
  handed = null;
}
