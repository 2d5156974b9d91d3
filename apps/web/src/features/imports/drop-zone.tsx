import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';

interface DropZoneProps {
  title: string;
  children?: ReactNode;
  onFile: (file: File) => void;
}

/** Drop a file on it, or take the button; one file at a time. */
export function DropZone({ title, children, onFile }: DropZoneProps) {
  const { t } = useTranslation('imports');
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut of the button inside
    <div
      className={isOver ? 'imp-drop is-over' : 'imp-drop'}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon of={IconFileUpload} size={20} />
      <h2>{title}</h2>
      {children}
      <input
        ref={input}
        type="file"
        className="sr"
        tabIndex={-1}
        accept=".csv,.txt,.tsv,.ics,text/csv,text/plain,text/calendar"
        aria-label={t('file.choose')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file may be chosen twice in a row.
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
      <Button look="primary" onClick={() => input.current?.click()}>
        {t('file.choose')}
      </Button>
    </div>
  );
}
