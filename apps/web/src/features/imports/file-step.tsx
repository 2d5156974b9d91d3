import type { ImportView } from '@pupitre/shared/import/import.contract';
import { partCount } from '@pupitre/shared/import/import-codes';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { DropZone } from './drop-zone';
import { placeImport } from './imports.queries';
import { sendRest, useUpload } from './upload';
import { UploadProgress } from './upload-progress';

interface FileStepProps {
  setup: PracticeSetup;
  view: ImportView;
  onLeave: () => void;
}

/** The file is on its way, came only in part, or cannot be used: what to do about it. */
export function FileStep({ setup, view, onLeave }: FileStepProps) {
  const { t } = useTranslation('imports');
  const client = useQueryClient();
  const upload = useUpload();
  const [isOther, setOther] = useState(false);
  const practiceId = setup.practice.id;
  const mine = upload?.importId === view.id ? upload : null;
  const resume = (file: File) => {
    const isSame = file.size === view.bytes && file.name.slice(0, 200) === view.fileName;
    setOther(!isSame);
    if (!isSame) return;
    void sendRest(practiceId, file, view).then(
      (next) => placeImport(client, practiceId, next),
      () => undefined,
    );
  };
  if (view.state !== 'uploading') {
    return (
      <div className="scroll imp-start">
        <div className="msg bad" role="alert">
          <p>{view.state === 'cancelled' ? t('cancelled') : t(`failure.${view.failure ?? 'server_failed'}`)}</p>
          <div className="acts">
            <Button look="primary" onClick={onLeave}>
              {t('file.other')}
            </Button>
          </div>
        </div>
      </div>
    );
  }
  return (
    <div className="scroll imp-start">
      {mine ? (
        <UploadProgress upload={mine} onResume={() => resume(mine.file)} />
      ) : (
        <DropZone title={t('file.again', { name: view.fileName })} onFile={resume}>
          <p>{t('file.received', { n: view.receivedParts.length, count: partCount(view.bytes) })}</p>
          {isOther && (
            <p className="imp-fault" role="alert">
              {t('file.notTheSame', { name: view.fileName })}
            </p>
          )}
        </DropZone>
      )}
    </div>
  );
}
