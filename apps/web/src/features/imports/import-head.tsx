import type { ImportView } from '@pupitre/shared/import/import.contract';
import { IconCalendarEvent, IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';

const delimiterWord = { ';': 'semicolon', ',': 'comma', '\t': 'tab' } as const;

/** The file in hand, and how it was read. */
export function ImportHead({ view, onLeave }: { view: ImportView; onLeave: () => void }) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const { kind, fileName, encoding, delimiter, progress } = view;
  const lines = progress?.linesEstimated ?? 0;
  return (
    <header className="bar imp-head">
      <h1>{t(`heading.${kind}`)}</h1>
      <Chip tone="line" icon={kind === 'patients' ? IconFileSpreadsheet : IconCalendarEvent}>
        <span className="trunc imp-name">{fileName}</span>
      </Chip>
      <span className="stats">
        {lines > 0 && <span>{t('file.lines', { count: lines, n: formats.integer(lines) })}</span>}
        {delimiter && <span>{t(`file.delimiter.${delimiterWord[delimiter]}`)}</span>}
        {encoding && (
          <span>{t(encoding === 'utf-8' ? 'file.utf8' : 'file.encoding', { encoding: encoding.toUpperCase() })}</span>
        )}
      </span>
      <span className="sp" />
      <Button size="sm" onClick={onLeave}>
        {t('file.other')}
      </Button>
    </header>
  );
}
