import { Radio, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { fetchPeople } from '@/api/people';
import type { FoundByline } from '@/api/shapes';
import { BylineField, useTypedByline } from '@/components/Byline/BylineField';
import { useIsEditor, useMe } from '@/session';
import type { Answer } from './choices';
import styles from './Intake.module.css';

interface WhoWroteProps {
  /** What the document says; `null` where it names nobody. */
  byline: FoundByline | null;
  answer: Answer;
  onAnswer: (answer: Answer) => void;
}

/** The one question that is never answered for anybody: whose words these are. */
export function WhoWrote(props: WhoWroteProps) {
  return useIsEditor() ? <ForEditors {...props} /> : <ForAuthors {...props} />;
}

const valueOf = (answer: Answer): string | null => {
  if (answer.is === 'open') return null;
  return answer.is === 'person' ? `person ${answer.id}` : answer.is;
};

function ForEditors({ byline, answer, onAnswer }: WhoWroteProps) {
  const me = useMe();
  const matches = byline?.matches ?? [];
  const choose = (value: string) => {
    if (value.startsWith('person ')) onAnswer({ is: 'person', id: value.slice('person '.length) });
    else if (value === 'else') onAnswer({ is: 'else', id: null, typed: '' });
    else onAnswer(value === 'found' ? { is: 'found' } : { is: 'nobody' });
  };
  const only = matches.length === 1 ? matches[0] : undefined;
  const question = byline === null ? 'Who wrote it?' : only !== undefined ? `Is this ${only.byline.text}${only.id === me.id ? ', that is you' : ''}?` : 'Who is this?';
  return (
    <div className="stack-s">
      <Says byline={byline} />
      <Radio.Group label={question} value={valueOf(answer)} onChange={choose}>
        <div className={styles.choices}>
          {matches.map((person) => (
            <Radio
              key={person.id}
              value={`person ${person.id}`}
              label={only === undefined ? person.byline.text : 'Yes'}
              {...(byline === null ? {} : { description: keptOf(byline) })}
            />
          ))}
          {byline !== null && matches.length === 0 && (
            <Radio value="found" label={`A new person: ${byline.byline.text}`} description="Nobody of this name is known here. The name is added to the list of people." />
          )}
          <Radio value="else" label={byline === null ? 'Somebody' : 'Someone else'} />
          {answer.is === 'else' && <SomeoneElse answer={answer} onAnswer={onAnswer} />}
          <Radio value="nobody" label="Nobody yet" description="The draft has no name over it until you give it one." />
        </div>
      </Radio.Group>
    </div>
  );
}

function SomeoneElse({ answer, onAnswer }: { answer: Extract<Answer, { is: 'else' }>; onAnswer: (answer: Answer) => void }) {
  const people = useQuery({ queryKey: ['people', ''], queryFn: () => fetchPeople('') });
  const byline = useTypedByline(answer.typed);
  const typing = {
    ...byline,
    type: (typed: string) => {
      byline.type(typed);
      onAnswer({ is: 'else', id: null, typed });
    },
  };
  return (
    <div className={`stack-s ${styles.more}`}>
      <Select
        label="Somebody who is known here"
        placeholder="Choose a person"
        searchable
        clearable
        nothingFoundMessage="Nobody has that name"
        data={(people.data ?? []).map((p) => ({ value: p.id, label: p.byline.text }))}
        value={answer.id}
        onChange={(id) => onAnswer({ is: 'else', id, typed: '' })}
      />
      {answer.id === null && <BylineField byline={typing} label="Or a new name, with letters" />}
    </div>
  );
}

/** An author gives in what is her own; the only question is what becomes of the line with the name. */
function ForAuthors({ byline, answer, onAnswer }: WhoWroteProps) {
  const me = useMe();
  if (byline === null || byline.place === 'about') {
    return <p>Your name is printed above the text: {me.byline.text}</p>;
  }
  const isMe = byline.matches.some((person) => person.id === me.id);
  return (
    <div className="stack-s">
      <Says byline={byline} />
      <Radio.Group
        label={isMe ? 'That is you' : 'That is not the name you have here'}
        description={`The article is begun under your name: ${me.byline.text}`}
        value={valueOf(answer)}
        onChange={(value) => onAnswer(value === 'nobody' ? { is: 'nobody' } : { is: 'person', id: me.id })}
      >
        <div className={styles.choices}>
          <Radio value={`person ${me.id}`} label={isMe ? 'Yes, that is me' : 'It is me all the same'} description={keptOf(byline)} />
          <Radio value="nobody" label="Leave these words in the text" {...(isMe ? {} : { description: 'If somebody else wrote the text, please let the editors begin it.' })} />
        </div>
      </Radio.Group>
    </div>
  );
}

function Says({ byline }: { byline: FoundByline | null }) {
  if (byline === null) return <p className="muted">The document does not say.</p>;
  return (
    <p>
      The document says <span className={styles.said}>{byline.byline.text}</span>
      {byline.unknown_letters.length > 0 && <span className="hint"> We do not know: {byline.unknown_letters.join(', ')}.</span>}
    </p>
  );
}

const keptOf = (byline: FoundByline): string =>
  byline.place === 'about' ? 'What the document tells about the author stays in the text.' : 'The words are taken out of the text: the name is printed above it by itself.';
