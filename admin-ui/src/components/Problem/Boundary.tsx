import { Button } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { Note } from '@/components/Panel/Panel';
import { Page, PageBar } from '@/components/PageBar/PageBar';

/** A screen that broke. What the server acknowledged is safe; what was not is kept on the device. */
export function Boundary({ reset }: ErrorComponentProps) {
  return (
    <main>
      <PageBar title="This page stopped" />
      <Page className="narrow">
        <Note
          tone="bad"
          alert
          title="This page stopped working."
          actions={
            <>
              <Button size="xs" onClick={reset}>
                Try again
              </Button>
              <Button size="xs" component="a" href="/admin/">
                Go to the first page
              </Button>
            </>
          }
        >
          <p>What was saved is saved. What you typed since is kept on this device and comes back when you open the text.</p>
        </Note>
      </Page>
    </main>
  );
}

export function NoSuchPage() {
  return (
    <main>
      <PageBar title="No page here" />
      <Page className="narrow">
        <Note
          tone="warn"
          title="There is no page at this address."
          actions={
            <Button size="xs" component="a" href="/admin/">
              Go to the first page
            </Button>
          }
        >
          <p>The link may be old, or it was cut in two by a mail program.</p>
        </Note>
      </Page>
    </main>
  );
}
