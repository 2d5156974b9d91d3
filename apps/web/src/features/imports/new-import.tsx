import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScreenTitle } from '../../lib/screen-title';
import { useSubmissionKey } from '../../lib/submission-key';
import { ErrorState } from '../../ui/error-state';
import { Fill } from '../../ui/slot';
import { DropZone } from './drop-zone';
import { ImportHistory } from './import-history';
import { placeImport } from './imports.queries';
import { StepStrip } from './step-strip';
import { refusalOf, sendFile, useUpload } from './upload';
import { UploadProgress } from './upload-progress';

interface NewImportProps {
  practiceId: string;
  onOpen: (importId: string) => void;
}

/** The first step, and the earlier imports. */
export function NewImport({ practiceId, onOpen }: NewImportProps) {
  const { t } = useTranslation('imports');
  const client = useQueryClient();
  const key = useSubmissionKey();
  const [refusal, setRefusal] = useState<unknown>(null);
  const upload = useUpload();
  const sending = upload?.practiceId === practiceId && upload.importId === null ? upload : null;
  useScreenTitle(t('title'), t('settings'));

  const send = (file: File) => {
    const refused = refusalOf(file);
    setRefusal(refused);
    if (refused) return;
    const onBegun = (importId: string) => {
      key.renew();
      onOpen(importId);
    };
    // What stops it is kept with the upload, and told by the screen that shows it.
    void sendFile(practiceId, file, { idempotencyKey: key.current(), onBegun }).then(
      (view) => placeImport(client, practiceId, view),
      () => undefined,
    );
  };
  return (
    <div className="set-part">
      <header className="bar">
        <h1>{t('title')}</h1>
      </header>
      <StepStrip current="file" notes={{}} />
      <div className="scroll imp-start">
        {refusal !== null && <ErrorState error={refusal} />}
        {sending ? (
          <UploadProgress upload={sending} onResume={() => send(sending.file)} />
        ) : (
          <DropZone title={t('file.drop')} onFile={send}>
            <p>{t('file.accepts')}</p>
            <p className="hint">{t('file.spreadsheet')}</p>
          </DropZone>
        )}
        <ImportHistory practiceId={practiceId} onOpen={onOpen} />
      </div>
      <Fill slot="footEnd">{t('nothingWritten')}</Fill>
    </div>
  );
}
