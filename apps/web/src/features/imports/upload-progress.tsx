import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { ErrorState } from '../../ui/error-state';
import type { Upload } from './upload';
import { useFileSize } from './use-file-size';

interface UploadProgressProps {
  upload: Upload;
  onResume: () => void;
}

/** A file on its way; what stopped it, and how to go on: what arrived is kept. */
export function UploadProgress({ upload, onResume }: UploadProgressProps) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const size = useFileSize();
  const { file, sent, error } = upload;
  const told = t('file.sending', { sent: size(sent), size: size(file.size) });
  if (error) return <ErrorState error={error} kept={sent > 0 && t('file.keptParts')} onRetry={onResume} />;
  return (
    <div className="imp-progress">
      <b>{told}</b>
      <span className="muted tn">{formats.percent(Math.floor((sent / file.size) * 100))}</span>
      <progress aria-label={told} value={sent} max={file.size} />
    </div>
  );
}
