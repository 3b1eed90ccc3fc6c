/** Signs that hardly anybody types who does not mean Markdown, and those that mean it only together. */
const CERTAIN = [/^#{1,6} \S/m, /\[[^\]\n]+\]\((https?:\/\/|mailto:)[^)\s]+\)/, /(^|\s)\*\*\S[^*\n]*\*\*/m, /^\|.+\|\s*\n\|[\s:|-]+\|/m, /^```/m];
const LIKELY = [/^\s*[-*+] \S.*\n\s*[-*+] \S/m, /^\d+[.)] \S.*\n\d+[.)] \S/m, /^> \S/m, /(^|\s)[*_]\S[^*_\n]*[*_](\s|[.,;:!?]|$)/m, /^(---|\*\*\*)\s*$/m];

/** Whether words without any format were clearly written as Markdown. */
export function looksLikeMarkdown(text: string): boolean {
  return CERTAIN.some((sign) => sign.test(text)) || LIKELY.filter((sign) => sign.test(text)).length >= 2 || LIKELY.slice(0, 2).some((sign) => sign.test(text));
}

/** Markdown as HTML, for the editor to read: it takes in what a text may hold, and nothing else of it. */
export async function markdownToHtml(text: string): Promise<string> {
  const { marked } = await import('marked');
  return marked.parse(text, { async: false, gfm: true, breaks: false });
}
