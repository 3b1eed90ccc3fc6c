import { api, take } from './client';
import { Problem } from './problem';
import type { BegunDraft, DocumentChoices, FoundInDocument, TrackedChanges } from './shapes';

const MEGABYTE = 1024 * 1024;
/** What the server reads at most; a larger file would be sent for minutes and then refused. */
const LARGEST = 20 * MEGABYTE;

function small(file: File): void {
  if (file.size <= LARGEST) return;
  const size = Math.ceil(file.size / MEGABYTE);
  throw new Problem({
    status: 413,
    code: 'too_large',
    detail: `This file is too large: ${size} MB, and at most ${LARGEST / MEGABYTE} MB can be read. Nothing was changed. Large pictures are the usual reason; in Word, choose Compress Pictures, save it and try again.`,
  });
}

function form(file: File, choices: unknown): FormData {
  const data = new FormData();
  data.append('document', file);
  data.append('choices', JSON.stringify(choices));
  return data;
}

/** What a Word document would become. Nothing is kept. */
export async function lookAt(file: File, tracked: TrackedChanges): Promise<FoundInDocument> {
  small(file);
  const choices = { tracked };
  return take(
    api.POST('/documents/look', {
      // The description has no word for a file; the form is put together here.
      body: { document: '', choices },
      bodySerializer: () => form(file, choices),
    }),
  );
}

/** Makes a draft of it. The same choices once more, by the same `save_id`, give the same draft. */
export const beginFrom = (file: File, choices: DocumentChoices): Promise<BegunDraft> =>
  take(
    api.POST('/documents', {
      body: { document: '', choices },
      bodySerializer: () => form(file, choices),
    }),
  );
