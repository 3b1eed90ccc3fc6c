import { Button } from '@mantine/core';
import { useState } from 'react';
import { setContributors } from '@/api/drafts';
import type { Article, Section } from '@/api/shapes';
import { NameDialog, type Named } from './NameDialog';

interface NameAuthorProps {
  article: Article;
  section: Section;
  onChanged: () => Promise<unknown>;
}

/** A text that nobody stands over yet is given its name where it stands. */
export function NameAuthor({ article, section, onChanged }: NameAuthorProps) {
  const [opened, setOpened] = useState(false);
  const name = async (who: Named) => {
    if ('person' in who) await setContributors(article.id, section.id, [{ person: who.person, role: 'author' }]);
    else await setContributors(article.id, section.id, [], who);
    await onChanged();
  };
  const what = article.kind === 'expert_answers' ? 'this answer' : 'this text';
  return (
    <>
      <Button size="xs" onClick={() => setOpened(true)}>
        Say who wrote it
      </Button>
      <NameDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={`Who wrote ${what}?`}
        verb="Give it this name"
        not="named"
        means={`Whoever you name is printed above ${what}, and is asked to sign it.`}
        act={name}
      />
    </>
  );
}
