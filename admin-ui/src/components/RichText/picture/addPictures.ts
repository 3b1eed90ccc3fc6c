import type { Editor } from '@tiptap/core';
import { addImage } from '@/api/media';
import type { Picture } from '@/saving/sectionText';
import { explain } from '@/components/Problem/Problem';
import { count } from '@/words';
import { tellInText } from '../paste/told';
import { askAbout } from './Figure';

const KINDS = ['image/jpeg', 'image/png', 'image/webp'];

/** What a file field takes. */
export const ACCEPTED = KINDS.join(',');

export const isPicture = (file: File): boolean => KINDS.includes(file.type);

/** Lets the person choose pictures, and puts them where the cursor is. */
export function choosePictures(editor: Editor): void {
  const field = document.createElement('input');
  field.type = 'file';
  field.accept = ACCEPTED;
  field.multiple = true;
  field.addEventListener('change', () => void addPictures(editor, [...(field.files ?? [])], editor.state.selection.to));
  field.click();
}

/**
 * Sends pictures and puts each into the text at this place, as words typed meanwhile have moved it. Then it is asked
 * what the first of them shows. What could not be added is told, and nothing else of the text changes.
 */
export async function addPictures(editor: Editor, files: readonly File[], at: number): Promise<void> {
  const tell = (words: string) => tellInText(editor, words);
  let place = at;
  const follow = ({ transaction }: { transaction: { mapping: { map: (at: number) => number } } }) => {
    place = transaction.mapping.map(place);
  };
  editor.on('transaction', follow);
  const told: string[] = [];
  let first: number | null = null;
  try {
    for (const [index, file] of files.entries()) {
      tell(files.length === 1 ? 'Adding the picture …' : `Adding picture ${index + 1} of ${files.length} …`);
      if (!isPicture(file)) {
        told.push(`${file.name} is no picture that can be printed. Use a JPEG, PNG or WebP file.`);
        continue;
      }
      try {
        const put = insert(editor, place, await addImage(file));
        first ??= put;
      } catch (error) {
        const { title, body } = explain(error, 'added');
        told.push(`${file.name}: ${title} ${body}`.trim());
      }
    }
  } finally {
    editor.off('transaction', follow);
  }
  const added = files.length - told.length;
  if (told.length > 0 && added > 0) told.unshift(`${count(added, 'picture')} added.`);
  tell(told.join(' '));
  if (first !== null) askAbout(editor, first);
}

/** Puts a picture behind the block at this place, and answers where it stands. */
function insert(editor: Editor, at: number, added: { sha256: string; width: number; height: number }): number {
  const facts: Picture = { ...added, alt: null, caption: '', credit: '', licence: '', clients: 'not_asked' };
  const { doc } = editor.state;
  const inside = doc.resolve(Math.min(at, doc.content.size));
  const block = inside.depth === 0 ? inside.pos : inside.after(1);
  const figure = editor.schema.nodes.figure?.create({ facts });
  if (figure === undefined) return block;
  const tr = editor.state.tr.insert(block, figure);
  // A text does not end with a picture behind which nobody can write.
  const paragraph = editor.schema.nodes.paragraph;
  if (block + figure.nodeSize >= tr.doc.content.size && paragraph !== undefined) tr.insert(tr.doc.content.size, paragraph.create());
  editor.view.dispatch(tr.scrollIntoView());
  return block;
}
