import { Box, Button, FileButton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type DragEvent } from 'react';
import { Panel } from '@/components/Panel/Panel';
import { handOver } from './handed';
import styles from './Intake.module.css';

/** What people have; what cannot be read is called by its name, with what to do. */
const KINDS = '.docx,.doc,.odt,.rtf,application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A place to drop a Word file, and a button for those who do not drop. */
export function StartFromWord({ onFile }: { onFile: (file: File) => void }) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) onFile(file);
  };
  return (
    <Panel title="Start from a Word file" pad>
      <Box
        className={styles.zone}
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <div className="stack-s">
          <p>
            <span className="not-phone">Drop a .docx here, or choose it. </span>You see what we found before anything is kept.
          </p>
          <FileButton onChange={(file) => file !== null && onFile(file)} accept={KINDS} inputProps={{ 'aria-label': 'Word file' }}>
            {(props) => <Button {...props}>Choose a Word file</Button>}
          </FileButton>
        </div>
      </Box>
    </Panel>
  );
}

/** The same on Home: the file goes to the screen for new articles. */
export function StartFromWordElsewhere() {
  const navigate = useNavigate();
  return (
    <StartFromWord
      onFile={(file) => {
        handOver(file);
        void navigate({ to: '/articles/new' });
      }}
    />
  );
}
