import { Extension, InputRule, textblockTypeInputRule } from '@tiptap/core';
import { wholeAddress } from './address';

/**
 * What people type who know Markdown, where the editor's own rules have none: one `#` is the highest heading there is
 * below a title, and `[words](address)` a link.
 */
export const Typing = Extension.create({
  name: 'typing',
  addInputRules() {
    const { heading } = this.editor.schema.nodes;
    const { link } = this.editor.schema.marks;
    if (heading === undefined || link === undefined) return [];
    return [
      textblockTypeInputRule({ find: /^#\s$/, type: heading, getAttributes: { level: 2 } }),
      new InputRule({
        find: /(?<!!)\[([^[\]]+)\]\((\S+)\)$/,
        handler: ({ state, range, match }) => {
          const [, words = '', address = ''] = match;
          const href = wholeAddress(address);
          if (href === null) return null;
          const marks = [...state.doc.resolve(range.from).marks(), link.create({ href })];
          state.tr.replaceWith(range.from, range.to, state.schema.text(words, marks)).removeStoredMark(link);
          return undefined;
        },
      }),
    ];
  },
});
