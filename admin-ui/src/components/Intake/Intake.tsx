import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { lookAt } from '@/api/documents';
import { isLost } from '@/api/problem';
import type { TrackedChanges } from '@/api/shapes';
import { Page, PageBar } from '@/components/PageBar/PageBar';
import { ActProblem, Waiting } from '@/components/Problem/Problem';
import { Found } from './Found';
import { StartFromWord } from './StartFromWord';

let files = 0;

interface IntakeProps {
  file: File;
  onFile: (file: File) => void;
  onBack: () => void;
}

/** A document is read, and what was found in it is shown; nothing is kept before somebody says so. */
export function Intake({ file, onFile, onBack }: IntakeProps) {
  const [number] = useState(() => ++files);
  const [tracked, setTracked] = useState<TrackedChanges>('accept');
  const look = useQuery({
    queryKey: ['document', number, tracked],
    queryFn: () => lookAt(file, tracked),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (look.data !== undefined && !look.isError) {
    return <Found file={file} found={look.data} tracked={tracked} isLooking={look.isFetching} onTracked={setTracked} onBack={onBack} />;
  }
  return (
    <>
      <PageBar
        title={look.isError && !isLost(look.error) ? `${file.name} could not be read` : `Reading ${file.name}`}
        tab="From a Word file"
        sub={
          <button type="button" className="link" onClick={onBack}>
            Back
          </button>
        }
      />
      <Page className="narrow">
        <div className="stack">
          {look.isError ? (
            <>
              <ActProblem
                error={look.error}
                not="read"
                actions={
                  isLost(look.error) ? (
                    <Button size="xs" onClick={() => void look.refetch()}>
                      Try again
                    </Button>
                  ) : undefined
                }
              />
              <StartFromWord onFile={onFile} />
            </>
          ) : (
            <Waiting what="the document" />
          )}
        </div>
      </Page>
    </>
  );
}
