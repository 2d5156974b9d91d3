import type { ActView, ChargeLine } from '@pupitre/shared/billing/billing.contract';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Amount } from '../../ui/amount';

const MARKS = ['V2', 'V1', 'C', 'U'] as const;
type Mark = (typeof MARKS)[number];
/** A mark that is not known is no guarantee. */
const markOf = ({ mark }: ActView): Mark => MARKS.find((known) => known === mark) ?? 'U';

/** Sources disagree on the price, or none was found: the desk checks before it asks for the money. */
export const isDoubtful = (act: ActView): boolean => ['C', 'U'].includes(markOf(act));

/** Where the price of each act of the note was read, since when it holds, and how sure it is. */
export function TariffSources({ lines, acts }: { lines: readonly ChargeLine[]; acts: readonly ActView[] }) {
  const { t } = useTranslation('billing');
  const formats = useFormats();
  const used = acts.filter(({ code }) => lines.some((line) => line.code === code));
  if (used.length === 0) return null;
  return (
    <details className="sources">
      <summary>{t('tariffs.title')}</summary>
      <ul>
        {used.map((act) => (
          <li key={act.code}>
            <b>{act.code}</b> <Amount cents={act.priceCents} />
            {t('tariffs.since', { day: formats.dateShort(act.validFrom), source: act.source })}{' '}
            {t(`tariffs.mark.${markOf(act)}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
