import { Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Answer, Declarations, Question } from '@/api/shapes';
import { caseAnswers, questions } from '@/words';
import styles from './Proof.module.css';
import { answerWords, filledIn, isOpen } from './questions';

interface QuestionsProps {
  declarations: Declarations;
  onChange: (declarations: Declarations) => void;
}

/** Five short questions; what was answered before is shown, not asked again. */
export function Questions({ declarations, onChange }: QuestionsProps) {
  // Which ones are asked is decided once, so that nothing folds up under the finger.
  const [asked, setAsked] = useState<ReadonlySet<Question>>(
    () => new Set(questions.filter(({ key }) => isOpen(declarations[key])).map(({ key }) => key)),
  );
  const [openAtFirst] = useState(asked.size);
  return (
    <section aria-labelledby="five">
      <h2 id="five">Five short questions</h2>
      <p className="hint">{filledIn(openAtFirst)}</p>
      <div style={{ marginTop: 12 }}>
        {questions.map((question) => (
          <div className={styles.qa} key={question.key} id={`q-${question.key}`} tabIndex={-1}>
            {asked.has(question.key) ? (
              <Asked
                question={question}
                answer={declarations[question.key]}
                onChange={(answer) => onChange({ ...declarations, [question.key]: answer })}
              />
            ) : (
              <div className={styles.answered}>
                <strong>{question.text}</strong>
                <button type="button" className="link" onClick={() => setAsked(new Set([...asked, question.key]))}>
                  Change<span className="sr"> answer about {question.short}</span>
                </button>
                <span className="hint">{answerWords(question.key, declarations[question.key])}, same as last time</span>
              </div>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}

interface AskedProps {
  question: (typeof questions)[number];
  answer: Answer;
  onChange: (answer: Answer) => void;
}

function Asked({ question, answer, onChange }: AskedProps) {
  const isCase = question.key === 'case_material';
  const details = answer.details ?? '';
  const chosen = answer.answer === 'yes' && isCase ? (details.startsWith(caseAnswers.agreed) ? 'agreed' : 'disguised') : answer.answer;
  const choose = (value: string) => {
    if (value === 'no') onChange({ answer: 'no' });
    else if (value === 'agreed' || value === 'disguised') onChange({ answer: 'yes', details: caseAnswers[value] });
    else onChange({ answer: 'yes', details });
  };
  const yes = isCase
    ? [
        { value: 'disguised', label: 'Yes, disguised' },
        { value: 'agreed', label: 'Yes, who agreed in writing' },
      ]
    : [{ value: 'yes', label: 'Yes' }];
  return (
    <>
      <Radio.Group label={question.text} value={chosen === 'not_asked' ? '' : chosen} onChange={choose}>
        <div className={styles.options}>
          {[{ value: 'no', label: 'No' }, ...yes].map((option) => (
            <Radio key={option.value} value={option.value} label={option.label} />
          ))}
        </div>
      </Radio.Group>
      {answer.answer === 'yes' && !isCase && (
        <Textarea
          label={question.details}
          autosize
          value={details}
          onChange={(event) => onChange({ answer: 'yes', details: event.currentTarget.value })}
        />
      )}
    </>
  );
}
