import { useScrollSpy } from '@mantine/hooks';
import type { Editor } from '@tiptap/react';
import { useEffect } from 'react';

export interface Heading {
  /** The place of its section on the screen, as in `places`. */
  section: string;
  /** 2 to 4, as in the text. */
  depth: number;
  words: string;
  /** Whether one reads below it now. */
  isAt: boolean;
  go: () => void;
}

const HEADINGS = '#main .ProseMirror :is(h2, h3, h4)';
/** Below the page bar and the tools. */
const READING_LINE = 130;

/** The headings of all texts as they stand now. `texts` says when they may have changed. */
export function useHeadings(texts: readonly string[]): Heading[] {
  const { data, active, reinitialize } = useScrollSpy({ selector: HEADINGS, offset: READING_LINE });
  const now = texts.map((html) => html.match(/<h[234]>.*?<\/h[234]>/g)?.join('') ?? '').join('|');
  useEffect(() => {
    // The texts are drawn after this.
    const frame = requestAnimationFrame(reinitialize);
    return () => cancelAnimationFrame(frame);
    // What it does is the same each time; only the headings count.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [now]);
  return data
    .map(({ depth, value, getNode }, index) => ({
      section: getNode().closest('section')?.id ?? '',
      depth,
      words: value.trim(),
      isAt: index === active,
      go: () => goToHeading(getNode()),
    }))
    .filter(({ words }) => words !== '');
}

/** Puts the cursor there, so that one reads and writes on from it. */
function goToHeading(node: HTMLElement): void {
  const text = node.closest<HTMLElement & { editor?: Editor }>('.ProseMirror');
  const editor = text?.editor;
  if (editor !== undefined) {
    editor.commands.setTextSelection(editor.view.posAtDOM(node, 0));
    editor.view.focus();
  }
  node.scrollIntoView({ block: 'start' });
}
