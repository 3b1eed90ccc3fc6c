import { useEditorState, type Editor } from '@tiptap/react';
import type { KeyboardEvent, Ref } from 'react';
import { tools } from './extensions';
import styles from './RichText.module.css';

interface ToolbarProps {
  editor: Editor | null;
  onLink: () => void;
  inDialog?: boolean;
  ref?: Ref<HTMLDivElement>;
}

/** One stop for the Tab key, arrows inside; the buttons say words. */
export function Toolbar({ editor, onLink, inDialog = false, ref }: ToolbarProps) {
  const on = useEditorState({
    editor,
    selector: ({ editor: e }) => tools.map((tool) => e !== null && tool !== null && tool !== 'link' && (tool.isOn?.(e) ?? false)),
  });
  const isInLink = useEditorState({ editor, selector: ({ editor: e }) => e?.isActive('link') ?? false });

  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.findIndex((b) => b === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined && (event.key === 'Escape' || (event.key === 'F10' && event.altKey))) {
      event.preventDefault();
      event.stopPropagation();
      editor?.commands.focus();
      return;
    }
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + buttons.length) % buttons.length;
    buttons.forEach((b, i) => (b.tabIndex = i === next ? 0 : -1));
    buttons[next]?.focus();
  };

  const stopOf = (index: number) => tools.slice(0, index).filter((t) => t !== null).length;
  return (
    <div
      ref={ref}
      role="toolbar"
      tabIndex={-1}
      aria-label="Text"
      className={`${styles.tools} ${inDialog ? styles.inDialog : ''}`}
      onKeyDown={walk}
    >
      {tools.map((tool, index) => {
        // Buttons and lines never change places.
        if (tool === null) return <span key={`line-${index}`} className={styles.sep} />;
        const label = tool === 'link' ? 'Link' : tool.label;
        const isToggle = tool === 'link' || tool.isOn !== undefined;
        const isOn = tool === 'link' ? (isInLink ?? false) : (on?.[index] ?? false);
        return (
          <button
            key={label}
            type="button"
            data-word={label}
            tabIndex={stopOf(index) === 0 ? 0 : -1}
            title={tool === 'link' ? 'Link (Ctrl+K)' : tool.title}
            {...(isToggle ? { 'aria-pressed': isOn } : {})}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              if (tool === 'link') onLink();
              else if (editor !== null) tool.run(editor);
            }}
          >
            {label}
          </button>
        );
      })}
    </div>
  );
}
