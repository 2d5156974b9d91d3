import type { ImportCounts } from '@pupitre/shared/import/import.contract';
import { type ImportVerdict, importVerdicts } from '@pupitre/shared/import/import-codes';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Icon } from '../../ui/icon';
import { verdictIcons } from './verdict-chip';

interface VerdictCountsProps {
  counts: ImportCounts;
  chosen: ImportVerdict | null;
  onChoose: (verdict: ImportVerdict | null) => void;
}

/** The four counts; each shows its own lines, again shows all. */
export function VerdictCounts({ counts, chosen, onChoose }: VerdictCountsProps) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  return (
    <fieldset className="imp-counts">
      <legend className="sr">{t('counts.label')}</legend>
      {importVerdicts.map((verdict) => (
        <button
          key={verdict}
          type="button"
          className={verdict === chosen ? 'on' : undefined}
          aria-pressed={verdict === chosen}
          onClick={() => onChoose(verdict === chosen ? null : verdict)}
        >
          <b>{formats.integer(counts[verdict])}</b>
          <span>
            <Icon of={verdictIcons[verdict]} size={14} />
            {t(`counts.${verdict}`, { count: counts[verdict] })}
          </span>
        </button>
      ))}
    </fieldset>
  );
}
