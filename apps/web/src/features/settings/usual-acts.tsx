import { todayIn } from '@pupitre/shared/time/zone';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../lib/clock';
import { useFormats } from '../../lib/formats';
import { CheckList } from '../../ui/check-list';
import { ErrorState } from '../../ui/error-state';
import { Shape, Skeleton } from '../../ui/skeleton';
import { actsQuery } from './settings.queries';

interface UsualActsProps {
  practiceId: string;
  zone: string;
  chosen: readonly string[];
  fault: string | undefined;
  onChoose: (codes: string[]) => void;
}

/** The acts one key away at the till. A code that today's tariff no longer has stays listed until it is taken off. */
export function UsualActs({ practiceId, zone, chosen, fault, onChoose }: UsualActsProps) {
  const { t, i18n } = useTranslation('settings');
  const formats = useFormats();
  const { data, error, refetch } = useQuery(actsQuery(practiceId, todayIn(zone, serverNow())));
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) {
    return (
      <Skeleton label={t('motifs.usualActs')}>
        <Shape height={80} />
      </Skeleton>
    );
  }
  const known = data.acts.map(({ code, labelFr, labelEn, priceCents }) => ({
    value: code,
    label: t('motifs.act', {
      code,
      label: i18n.language === 'fr' ? labelFr : labelEn,
      price: formats.euros(priceCents),
    }),
  }));
  const gone = chosen
    .filter((code) => !known.some(({ value }) => value === code))
    .map((code) => ({ value: code, label: t('motifs.actGone', { code }) }));
  return (
    <CheckList
      legend={[t('motifs.usualActs'), chosen.join(' + ')].filter(Boolean).join(' – ')}
      choices={[...known, ...gone]}
      chosen={chosen}
      fault={fault}
      onChoose={onChoose}
    />
  );
}
