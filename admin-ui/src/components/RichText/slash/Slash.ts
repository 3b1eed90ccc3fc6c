import { Extension } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import Suggestion, { exitSuggestion, type SuggestionProps } from '@tiptap/suggestion';
import { insertsFor, type Insert } from './inserts';
import { Watched } from './Watched';

/** The menu while it is open. */
export interface OpenMenu {
  inserts: readonly Insert[];
  at: number;
  choose: (insert: Insert) => void;
  /** Keeps an element beside the slash; ends with what it gives back. */
  place: (element: HTMLElement) => () => void;
}

const key = new PluginKey('slash');

declare module '@tiptap/core' {
  interface Storage {
    slash: { menu: Watched<OpenMenu | null> };
  }
}

/**
 * A menu behind a slash at the beginning of a line or after a space. Escape closes it and leaves the slash; so do a
 * space, and words for which there is nothing.
 */
export const Slash = Extension.create<object, { menu: Watched<OpenMenu | null> }>({
  name: 'slash',
  addStorage: () => ({ menu: new Watched<OpenMenu | null>(null) }),
  onBlur() {
    if (this.storage.menu.value !== null) exitSuggestion(this.editor.view, key);
  },
  addProseMirrorPlugins() {
    const { menu } = this.storage;
    const show = (props: SuggestionProps<Insert, Insert>) => {
      if (props.loading) return;
      const { items } = props;
      if (items.length === 0) {
        menu.set(null);
        return;
      }
      menu.set({ inserts: items, at: 0, choose: props.command, place: (element) => props.mount(element) });
    };
    const walk = (to: number) => {
      const open = menu.value;
      if (open !== null) menu.set({ ...open, at: (to + open.inserts.length) % open.inserts.length });
    };
    return [
      Suggestion<Insert, Insert>({
        editor: this.editor,
        pluginKey: key,
        char: '/',
        offset: { mainAxis: 6 },
        allow: ({ state, range }) => state.doc.resolve(range.from).parent.type.spec.code !== true,
        items: ({ editor, query }) => insertsFor(editor, query),
        command: ({ editor, range, props }) => props.run(editor, range),
        render: () => ({
          onStart: show,
          onUpdate: show,
          onExit: () => menu.set(null),
          onKeyDown: ({ event }) => {
            const open = menu.value;
            if (open === null || event.ctrlKey || event.metaKey || event.altKey) return false;
            switch (event.key) {
              case 'ArrowDown':
                walk(open.at + 1);
                return true;
              case 'ArrowUp':
                walk(open.at - 1);
                return true;
              case 'Enter': {
                const chosen = open.inserts[open.at];
                if (chosen !== undefined) open.choose(chosen);
                return true;
              }
              default:
                return false;
            }
          },
        }),
      }),
    ];
  },
});
