import { useEditorState, type Editor } from '@tiptap/react';
import { useState, type KeyboardEvent, type Ref } from 'react';
import { tools, toolsOfTable, type Tool } from './extensions';
import styles from './RichText.module.css';
import { inTable } from './tables';

interface ToolbarProps {
  editor: Editor | null;
  onLink: () => void;
  onFind?: () => void;
  onCite?: () => void;
  onComment?: () => void;
  ref?: Ref<HTMLDivElement>;
}

/** One stop for the Tab key, arrows inside; the buttons say words. */
export function Toolbar({ editor, onLink, onFind, onCite, onComment, ref }: ToolbarProps) {
  const [stop, setStop] = useState('Bold');
  const isInTable = useEditorState({ editor, selector: ({ editor: e }) => e !== null && inTable(e) }) ?? false;
  const on = useEditorState({
    editor,
    selector: ({ editor: e }) => (e === null ? [] : tools.filter((tool) => isTool(tool) && (tool.isOn?.(e) ?? false)).map((tool) => (tool as Tool).label)),
  });
  const isInLink = useEditorState({ editor, selector: ({ editor: e }) => e?.isActive('link') ?? false });
  const table = tools.findIndex((tool) => isTool(tool) && tool.label === 'Table');
  const missing = { find: onFind, cite: onCite, comment: onComment };
  const isMissing = (tool: (typeof tools)[number]) => typeof tool === 'string' && tool !== 'link' && missing[tool] === undefined;
  const all = (isInTable ? tools.toSpliced(table, 1, null, ...toolsOfTable, null) : tools).filter((tool) => !isMissing(tool));
  const labels = all.filter((tool) => tool !== null).map(labelOf);
  const first = labels.includes(stop) ? stop : labels[0];

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
    setStop(labels[next] ?? 'Bold');
    buttons[next]?.focus();
  };

  return (
    <div ref={ref} role="toolbar" tabIndex={-1} aria-label="Text" className={styles.tools} onKeyDown={walk}>
      {all.map((tool, index) => {
        // Buttons and lines never change places.
        if (tool === null) return <span key={`line-${index}`} className={styles.sep} />;
        const label = labelOf(tool);
        const isOn = tool === 'link' ? (isInLink ?? false) : (on?.includes(label) ?? false);
        const isToggle = tool === 'link' || (isTool(tool) && tool.isOn !== undefined);
        return (
          <button
            key={label}
            type="button"
            data-word={label}
            tabIndex={label === first ? 0 : -1}
            title={isTool(tool) ? tool.title : WORDS[tool].title}
            {...(isToggle ? { 'aria-pressed': isOn } : {})}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              if (tool === 'link') onLink();
              else if (tool === 'find') onFind?.();
              else if (tool === 'cite') onCite?.();
              else if (tool === 'comment') onComment?.();
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

const WORDS = {
  link: { label: 'Link', title: 'Link (Ctrl+K)' },
  cite: { label: 'Cite', title: 'Cite a reference (Ctrl+Alt+R)' },
  find: { label: 'Find', title: 'Find and replace (Ctrl+F)' },
  comment: { label: 'Comment', title: 'Comment (Ctrl+Alt+M)' },
} as const;

const isTool = (tool: (typeof tools)[number]): tool is Tool => tool !== null && typeof tool !== 'string';

const labelOf = (tool: Tool | keyof typeof WORDS): string => (typeof tool === 'string' ? WORDS[tool].label : tool.label);
