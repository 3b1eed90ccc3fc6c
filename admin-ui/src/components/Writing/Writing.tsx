import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useBlocker, useNavigate } from '@tanstack/react-router';
import type { Editor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import type { Article } from '@/api/shapes';
import type { CommentOn } from '@/api/comments';
import { CommentDialog } from '@/components/Comments/CommentDialog';
import { Comments } from '@/components/Comments/Comments';
import { chosenIn, showInEditor } from '@/components/Comments/inText';
import { ConflictDialog } from '@/components/Conflict/ConflictDialog';
import { toast } from '@/components/Dialogs/toast';
import { Finder } from '@/components/Finder/Finder';
import { useKeys } from '@/components/Keys/Keys';
import { PageBar } from '@/components/PageBar/PageBar';
import { Note } from '@/components/Panel/Panel';
import { wordCount } from '@/components/Prose/html';
import type { TextKeys } from '@/components/RichText/extensions';
import { FindBar } from '@/components/RichText/find/FindBar';
import { useFinding } from '@/components/RichText/find/useFinding';
import { CiteDialog } from '@/components/References/CiteDialog';
import { canBeShown } from '@/components/Previews/canBeShown';
import { PreviewDialog } from '@/components/Previews/PreviewDialog';
import { LinkDialog } from '@/components/RichText/LinkDialog';
import { Toolbar } from '@/components/RichText/Toolbar';
import { SaveLine } from '@/components/SaveLine/SaveLine';
import { SignInAgain } from '@/components/SignIn/SignInAgain';
import { useDraft } from '@/saving/useDraft';
import { useIsEditor, useMe, useSession } from '@/session';
import { authorState, count, editorState, list, titleOf, wordsInRange, wordsTo } from '@/words';
import { AddClinician } from './AddClinician';
import { HeadPart } from './HeadPart';
import { HistoryAside } from './HistoryAside';
import { goTo } from './places';
import { Invitations } from './Invitations';
import { Outline, OutlineDrawer } from './Outline';
import { SectionPart } from './SectionPart';
import { TopicsPart } from './TopicsPart';
import { usePresence } from './usePresence';
import styles from './Writing.module.css';

export function Writing({ article, otherTabs }: { article: Article; otherTabs: ReadonlySet<string> }) {
  const { account } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { draft, state } = useDraft(article, {
    account: account.id,
    otherTabs,
    onDropped: (dropped) => toast(`Left out, because it cannot be printed: ${list(dropped)}.`, 'warn'),
  });
  const [editor, setEditor] = useState<Editor | null>(null);
  const [at, setAt] = useState<string>('head');
  const [linking, setLinking] = useState<Editor | null>(null);
  const [citing, setCiting] = useState<Editor | null>(null);
  const [isDeciding, setDeciding] = useState(true);
  const [isSigningIn, setSigningIn] = useState(true);
  const [isPreviewing, setPreviewing] = useState(false);
  const { lettersOn } = useKeys();
  const presenceOf = usePresence(article.id);
  const toolbar = useRef<HTMLDivElement>(null);
  const finding = useFinding(editor);
  const [said, setSaid] = useState('');
  const [commenting, setCommenting] = useState<CommentOn | null>(null);

  const refresh = () => client.invalidateQueries({ queryKey: ['draft', article.id] });
  const saveNow = () => void draft.saveNow();
  useHotkeys([['mod+S', saveNow]], []);
  // Text that is nowhere but in this window asks before it goes; kept text comes back by itself.
  useBlocker({
    shouldBlockFn: () => state.is === 'offline' && !state.kept && !window.confirm('Not saved, and this device has no room for a copy. Leave all the same?'),
    enableBeforeUnload: () => !draft.isClean,
  });

  /** What is shown or given in elsewhere is the text as the server has it. */
  const onceSaved = (go: () => Promise<void>, then: string) => async () => {
    await draft.saveNow();
    if (draft.isClean) await go();
    else toast(`Not everything is saved yet. Please wait a moment, then ${then}.`, 'warn');
  };
  const params = { id: article.id };
  const submit = onceSaved(() => navigate({ to: '/articles/$id/submit', params }), 'submit');
  const show = onceSaved(() => {
    setPreviewing(true);
    return Promise.resolve();
  }, 'make the link');
  const look = onceSaved(() => navigate({ to: '/articles/$id/page', params }), 'look');
  // A letter typed in a dialog does not leave the screen behind it.
  const lookAlone = () => {
    if (document.querySelector('[role=dialog]') === null) void look();
  };
  useHotkeys(lettersOn ? [['P', lookAlone]] : []);
  useHotkeys([['mod+P', lookAlone]], []);
  const texts = article.sections.map((section) => draft.section(section).text.html);
  const words = texts.reduce((sum, html) => sum + wordCount(html), 0);
  const length = article.kind === 'article' ? wordsInRange(words) : count(words, 'word');
  // What somebody else writes takes nothing from the tools either.
  const isHeld = at !== 'head' && presenceOf(at).other !== null;
  /** On what is chosen in the text where the cursor stands; before there is one, in the first. */
  const comment = () => {
    const section = article.sections.find((one) => one.id === at) ?? article.sections[0];
    if (section === undefined) return;
    setCommenting(editor === null ? { section_id: section.id, quote: '', before: '' } : chosenIn(editor, section.id));
  };
  const keys: TextKeys = {
    onComment: comment,
    onTools: () => toolbar.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus(),
    onLink: () => setLinking(isHeld ? null : editor),
    onSave: saveNow,
    onFind: finding.ask,
    onLook: () => void look(),
    onCite: () => setCiting(isHeld ? null : editor),
    // The same words twice are read twice only where they differ.
    onCount: () => setSaid((before) => (before === length ? `${length} ` : length)),
  };
  const worksAt = (id: string) => {
    const section = article.sections.find((one) => one.id === id);
    return section === undefined ? [] : draft.section(section).text.works;
  };
  const conflict = state.is === 'conflict';
  // From the list of what is missing one comes to the place itself, not to the top.
  useEffect(() => goTo(decodeURIComponent(window.location.hash.slice(1))), []);
  return (
    <>
      <a className="skip" href="#main">
        Skip to the text
      </a>
      <main>
        <PageBar
          title={titleOf(draft.head.text)}
          tab="Writing"
          sub={<Facts article={article} length={length} onLook={() => void look()} onShow={() => void show()} />}
          actions={
            <>
              <div className={styles.standing}>
                <SaveLine state={state} onOpen={() => (conflict ? setDeciding(true) : setSigningIn(true))} />
                <span className="hint num only-phone">{length}</span>
              </div>
              <ForwardAct article={article} onSubmit={() => void submit()} />
            </>
          }
        />
        <div className={styles.write}>
          <Outline article={article} at={at} texts={texts} />
          <div className={styles.sheet} id="main" tabIndex={-1}>
            <div className={styles.top}>
              <div className={styles.tools}>
                <OutlineDrawer article={article} at={at} texts={texts} />
                <Toolbar
                  ref={toolbar}
                  editor={isHeld ? null : editor}
                  onLink={keys.onLink}
                  onCite={() => setCiting(isHeld ? null : editor)}
                  {...(editor === null ? {} : { onFind: finding.ask, onComment: comment })}
                />
              </div>
              {finding.asked > 0 && editor !== null && <FindBar editor={editor} finding={finding} />}
            </div>
            <Asked article={article} />
            <HeadPart saver={draft.head} kind={article.kind} presence={presenceOf(null)} onFocus={() => setAt('head')} />
            {article.sections.map((section) => (
              <SectionPart
                key={section.id}
                article={article}
                section={section}
                saver={draft.section(section)}
                presence={presenceOf(section.id)}
                keys={keys}
                onFocus={(focused) => {
                  setEditor(focused);
                  setAt(section.id);
                }}
                onChanged={refresh}
                onRemoved={async () => {
                  draft.forget(section.id);
                  await refresh();
                }}
              />
            ))}
            <AddClinician article={article} onChanged={refresh} />
            <Invitations article={article} />
            <TopicsPart article={article} />
          </div>
          <div className={styles.asides}>
            <section className={styles.side} aria-labelledby="comments-h">
              <Comments article={article} show={showInEditor} onAdd={comment} />
            </section>
            <HistoryAside article={article} />
          </div>
        </div>
        <p className="sr" aria-live="polite">
          {said}
        </p>
      </main>
      <Finder />
      <CiteDialog editor={citing} works={worksAt(at)} onClose={() => setCiting(null)} />
      <CommentDialog article={article.id} on={commenting} onClose={() => setCommenting(null)} />
      <PreviewDialog article={article} opened={isPreviewing} onClose={() => setPreviewing(false)} />
      <LinkDialog editor={linking} onClose={() => setLinking(null)} />
      <ConflictDialog article={article} draft={draft} opened={conflict && isDeciding} onClose={() => setDeciding(false)} />
      <SignInAgain
        opened={state.is === 'signed_out' && isSigningIn}
        email={account.email}
        onClose={() => setSigningIn(false)}
        onDone={() => {
          setSigningIn(true);
          draft.resume();
        }}
      />
    </>
  );
}

/** Nobody has submitted it, or not since changes were asked for. */
const isBeingWritten = ({ candidate }: Article) => candidate?.state === 'draft' || candidate?.state === 'changes_requested';

interface FactsProps {
  article: Article;
  length: string;
  onLook: () => void;
  onShow: () => void;
}

function Facts({ article, length, onLook, onShow }: FactsProps) {
  const editor = useIsEditor() && !article.mine;
  const me = useMe();
  const stands = editor ? editorState(article) : authorState({ ...article, waiting_for: [] }, me.id);
  return (
    <>
      {editor && isBeingWritten(article) && <Link to="/articles">Articles</Link>}
      {editor && !isBeingWritten(article) && (
        <Link to="/articles/$id/review" params={{ id: article.id }}>
          Back to review
        </Link>
      )}
      {!editor && (
        <Link to="/">My articles</Link>
      )}
      <span>{stands.text}</span>
      <span className="num not-phone">{length}</span>
      <button type="button" className="link" onClick={onLook}>
        See as a reader
      </button>
      {canBeShown(article) && (
        <button type="button" className="link" onClick={onShow}>
          Preview link
        </button>
      )}
    </>
  );
}

function ForwardAct({ article, onSubmit }: { article: Article; onSubmit: () => void }) {
  if (article.may.includes('submit') || article.may.includes('submit_for_author')) {
    return (
      <Button variant="filled" onClick={onSubmit}>
        Submit
      </Button>
    );
  }
  // What nobody has submitted is not reviewed; the text says what it lacks.
  if (isBeingWritten(article)) return null;
  return (
    <Button variant="filled" renderRoot={(props) => <Link {...props} to="/articles/$id/review" params={{ id: article.id }} />}>
      Review
    </Button>
  );
}

/** What somebody has asked to be changed, or what a change would undo. */
function Asked({ article }: { article: Article }) {
  const { candidate } = article;
  if (candidate?.state === 'changes_requested' && wordsTo(candidate) !== '') {
    return (
      <div className={styles.part}>
        <Note tone="warn" title={`${candidate.by?.byline.name ?? 'The editors'} asks for changes.`}>
          <p>“{wordsTo(candidate)}”</p>
        </Note>
      </div>
    );
  }
  if (candidate?.state === 'proof_out' || candidate?.state === 'approved') {
    return (
      <div className={styles.part}>
        <Note tone="warn" title="The proof is out.">
          <p>Any change calls it back. Those whose answer changes sign again; an approval already given ends.</p>
        </Note>
      </div>
    );
  }
  return null;
}
