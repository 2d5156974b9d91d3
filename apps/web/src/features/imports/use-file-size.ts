import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';

/** « 780 Ko », « 12 Mo »: decimal units, as the systems of our desks tell them. */
export function useFileSize(): (bytes: number) => string {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  return (bytes) =>
    bytes < 1_000_000
      ? t('file.kilobytes', { n: formats.integer(Math.ceil(bytes / 1000)) })
      : t('file.megabytes', { n: formats.integer(Math.round(bytes / 1_000_000)) });
}
