import { saveHead, saveSection, type HeadText } from '@/api/drafts';
import type { Article, CurrentText, Head, Saved, SavedSection, Section } from '@/api/shapes';
import { Saver, type SaveState, type Theirs } from './saver';
import { currentSectionText, sameSectionText, sectionText, type SectionText } from './sectionText';
import { deviceShelf } from './shelf';

export type SectionSaver = Saver<SectionText, SavedSection>;

export interface DraftOptions {
  account: string;
  otherTabs: ReadonlySet<string>;
  /** What the server left out of a section, in its own words. */
  onDropped: (dropped: string[]) => void;
}

/** What the head and every section have in common. */
type Part = Pick<SectionSaver, 'isClean' | 'start' | 'stop' | 'keepUnsaved' | 'saveNow' | 'resume'> & { state: SaveState<unknown> };

/** What is worst is said first. */
const RANK: Record<SaveState<unknown>['is'], number> = { conflict: 5, signed_out: 4, refused: 3, offline: 2, saving: 1, saved: 0 };

/** The parts of one article while it is being written, and one line for all of them. */
export class DraftSaving {
  readonly head: Saver<HeadText>;
  private readonly sections = new Map<string, SectionSaver>();
  private readonly listeners = new Set<() => void>();
  private worst: SaveState<unknown>;

  constructor(
    private readonly article: Article,
    private readonly options: DraftOptions,
  ) {
    this.head = this.watch(
      new Saver<HeadText, Saved>({
        text: headText(article.head),
        version: article.head.version,
        savedAt: article.head.saved_at,
        send: (save) => saveHead(article.id, save),
        readCurrent: (current) => theirHead(current as CurrentText),
        isSame: (a, b) => a.title === b.title && a.summary === b.summary && a.question === b.question,
        shelf: deviceShelf(options.account, article.id, 'head', options.otherTabs),
        newId: () => crypto.randomUUID(),
      }),
    );
    for (const section of article.sections) this.section(section);
    this.worst = this.findWorst();
  }

  /** The saver of a section; made when the section is new. */
  section(section: Section): SectionSaver {
    const known = this.sections.get(section.id);
    if (known !== undefined) return known;
    const saver = this.watch(
      new Saver<SectionText, SavedSection>({
        text: sectionText(section),
        version: section.version,
        savedAt: section.saved_at,
        send: (save) => saveSection(this.article.id, section.id, save),
        readCurrent: (current) => theirSection(current as CurrentText),
        isSame: sameSectionText,
        shelf: deviceShelf(this.options.account, this.article.id, `text-${section.id}`, this.options.otherTabs),
        newId: () => crypto.randomUUID(),
        onSaved: (answer) => {
          if (answer.dropped.length > 0) this.options.onDropped(answer.dropped);
        },
      }),
    );
    this.sections.set(section.id, saver);
    return saver;
  }

  forget(section: string): void {
    this.sections.delete(section);
    this.tell();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): SaveState<unknown> => this.worst;

  /** The section in which two windows wrote, if there is one. */
  conflictingSection(): [id: string, saver: SectionSaver] | null {
    for (const entry of this.sections) if (entry[1].state.is === 'conflict') return entry;
    return null;
  }

  get isClean(): boolean {
    return this.all().every((saver) => saver.isClean);
  }

  start(): void {
    for (const saver of this.all()) saver.start();
  }

  stop(): void {
    for (const saver of this.all()) saver.stop();
  }

  keepUnsaved(): void {
    for (const saver of this.all()) saver.keepUnsaved();
  }

  async saveNow(): Promise<void> {
    await Promise.all(this.all().map((saver) => saver.saveNow()));
  }

  resume(): void {
    for (const saver of this.all()) saver.resume();
  }

  /** A newer answer has come; parts in which nothing is unsaved follow it. */
  adopt(article: Article): void {
    this.head.adopt({ text: headText(article.head), version: article.head.version, savedAt: article.head.saved_at });
    for (const section of article.sections) {
      this.section(section).adopt({ text: sectionText(section), version: section.version, savedAt: section.saved_at });
    }
  }

  private all(): Part[] {
    return [this.head, ...this.sections.values()];
  }

  private watch<S extends { subscribe: (listener: () => void) => unknown }>(saver: S): S {
    saver.subscribe(() => this.tell());
    return saver;
  }

  private tell(): void {
    this.worst = this.findWorst();
    for (const listener of this.listeners) listener();
  }

  private findWorst(): SaveState<unknown> {
    return this.all()
      .map((saver) => saver.state)
      .reduce((a, b) => {
        if (a.is === 'saved' && b.is === 'saved') return a.at >= b.at ? a : b;
        return RANK[b.is] > RANK[a.is] ? b : a;
      });
  }
}

const headText = ({ title, summary, question }: Head): HeadText => ({ title, summary, question });

const who = (current: CurrentText) => ({
  version: current.version,
  savedAt: current.saved_at ?? new Date().toISOString(),
  savedBy: current.saved_by ?? null,
  savedByMe: current.saved_by_caller,
});

const theirHead = (current: CurrentText): Theirs<HeadText> => ({
  text: { title: current.title ?? '', summary: current.summary ?? '', question: current.question ?? null },
  ...who(current),
});

const theirSection = (current: CurrentText): Theirs<SectionText> => ({ text: currentSectionText(current), ...who(current) });
