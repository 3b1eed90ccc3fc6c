// Invented articles, long enough to look like some.
const paragraphs = (...all) => all.map((text) => `<p>${text}</p>`).join('');

export const couples = {
  title: 'When one of you wants to talk and the other does not',
  summary: 'What one person can do alone, and what to leave for later.',
  question: 'My partner goes quiet whenever I bring up something that hurts. I talk more, and it gets quieter. How do we get out of this?',
  topics: ['Couples therapy'],
  answers: [
    paragraphs(
      'Going quiet is seldom the same as not caring. For many people it is what is left when every answer seems to make things worse. If you talk more at that moment, you are both doing what feels safest to you, and both of you end up alone.',
      'Try to say what you see before you say what you want: “You went quiet just now. I do not want to push you.” Then agree on a time to come back to it, today or tomorrow, and keep to it.',
      'Coming back is the part that counts. A pause that ends when it was said to end is a promise kept.',
    ),
    [
      'Robin Lostline, PhD, LMFT',
      paragraphs(
        'I would add one thing: look at how the talk begins. A talk that opens with a complaint mostly ends with one. A talk that opens with something small and particular has a chance.',
        'You do not need your partner’s leave to change your own first sentence.',
      ),
    ],
  ],
};

export const longer = {
  title: 'A quiet half hour before bed',
  summary: 'Small habits that help to fall asleep, and when they are not enough.',
  topics: ['Sleep'],
  answers: [
    `${paragraphs('Sleep comes to those who stop waiting for it. That is easy to say and hard to do at one in the morning.')}
     <h2>Let the day end</h2>${paragraphs('Put down what belongs to tomorrow on paper, and close the book on it.')}
     <h2>Let the room help</h2>${paragraphs('Cool and dark beats warm and bright.')}<ul><li>Turn the clock to the wall.</li><li>Leave the telephone in another room.</li></ul>
     <h2>When you lie awake</h2>${paragraphs('Get up, sit somewhere dull, and go back when you are tired.')}
     <h2>When it is not enough</h2>${paragraphs('Three bad nights a week for three months is a reason to ask somebody.')}
     <blockquote><p>A bad night is unpleasant. It is not dangerous.</p></blockquote>`,
  ],
};

export const brief = {
  title: 'A quiet half hour before bed',
  summary: 'Small habits that help to fall asleep, and when they are not enough.',
  topics: ['Sleep'],
  answers: [
    `${paragraphs(
      'Sleep comes to those who stop waiting for it. That is easy to say and hard to do at one in the morning, so begin before you lie down: put on paper what belongs to tomorrow, and close the book on it.',
    )}
     <h2>When it is not enough</h2>${paragraphs('Three bad nights a week for three months is a reason to ask somebody.')}
     <blockquote><p>A bad night is unpleasant. It is not dangerous.</p></blockquote>`,
  ],
};

export const flagged = {
  title: 'Making a plan before you leave',
  summary: 'What to think of first, and who can help you think.',
  topics: ['Domestic violence'],
  answers: [
    paragraphs(
      'You do not have to decide today. A plan is something you can make and keep, whether or not you ever use it.',
      'Think of one person who would open the door to you at night, and of the papers that you would need in the morning.',
    ),
  ],
};

export const withdrawn = {
  title: 'An article that was taken away',
  summary: 'It stood here for a day.',
  topics: ['Sleep'],
  answers: [paragraphs('Its author asked for it to be taken down, and an editor agreed.')],
};
