import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { bringBack, fetchKept } from '@/api/drafts';
import type { KeptText, Kind } from '@/api/shapes';
import { Ask } from '@/components/Dialogs/Ask';
import { toast } from '@/components/Dialogs/toast';
import { Loaded } from '@/components/Problem/Problem';
import { Prose } from '@/components/Prose/Prose';
import { Works } from '@/components/References/Works';
import { keptSectionText } from '@/saving/sectionText';
import { moment } from '@/time';
import styles from './Writing.module.css';

interface KeptProps {
  article: string;
  kind: Kind | undefined;
  id: string;
  mayEdit: boolean;
}

/** Earlier words behind one line of the history: read when asked for, and brought back. */
export function Kept(props: KeptProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="stack-s">
      <p>
        <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide the text' : 'Show the text'}
        </button>
      </p>
      {isOpen && <Words {...props} />}
    </div>
  );
}

function Words({ article, kind, id, mayEdit }: KeptProps) {
  const kept = useQuery({ queryKey: ['kept', article, id], queryFn: () => fetchKept(article, id), staleTime: 0 });
  return (
    <Loaded query={kept} what="the text">
      {(text) => (
        <div className={`stack-s ${styles.kept}`}>
          {text.body_html === null ? <HeadWords text={text} /> : <SectionWords text={text} />}
          {mayEdit && <BringBack article={article} kind={kind} text={text} />}
        </div>
      )}
    </Loaded>
  );
}

function SectionWords({ text }: { text: KeptText }) {
  const { html, pictures, works } = keptSectionText(text);
  return (
    <>
      <Prose html={html} pictures={pictures} />
      <Works works={works} />
    </>
  );
}

function HeadWords({ text }: { text: KeptText }) {
  return (
    <>
      <p>
        <strong>{text.title}</strong>
      </p>
      {text.question !== null && <p>{text.question}</p>}
      {text.summary !== null && <p className="muted">{text.summary}</p>}
    </>
  );
}

function BringBack({ article, kind, text }: Pick<KeptProps, 'article' | 'kind'> & { text: KeptText }) {
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const [saveId, setSaveId] = useState(() => crypto.randomUUID());
  const act = async () => {
    try {
      await bringBack(article, text, saveId);
      setSaveId(crypto.randomUUID());
    } finally {
      // Refused or done, what stands there is another version now.
      await Promise.all(['draft', 'history', 'kept'].map((key) => client.invalidateQueries({ queryKey: [key, article] })));
    }
    toast('Brought back. What stood there stays in History.');
  };
  return (
    <div>
      <Button size="xs" onClick={() => setAsking(true)}>
        Bring back
        <span className="sr"> the text of {moment(text.saved_at)}</span>
      </Button>
      <Ask
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={`Bring back the text of ${moment(text.saved_at)}?`}
        verb="Bring back"
        not="brought back"
        act={act}
      >
        <p>{meaning(text, kind)}</p>
      </Ask>
    </div>
  );
}

function meaning(text: KeptText, kind: Kind | undefined): string {
  const rest = 'What stands there now stays in History.';
  switch (text.part) {
    case 'head':
      return `Title, question and summary get the words they had then. ${rest}`;
    case 'section':
      return `${kind === 'expert_answers' && text.position !== null ? `Answer ${text.position}` : 'The text'} gets the words it had then. ${rest}`;
    case 'removed_section':
      return 'The answer that was taken out is added again, at the end and under the same name. It is asked for a signature like the others.';
  }
}
