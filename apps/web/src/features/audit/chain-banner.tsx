import { toLocal } from '@pupitre/shared/time/zone';
import { IconAlertTriangle, IconRefresh, IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useMembership } from '../../lib/session';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { Icon } from '../../ui/icon';
import { verificationQuery } from './audit.queries';

/** Whether anybody touched the journal behind the application's back: said first, and aloud when it is so. */
export function ChainBanner() {
  const { t } = useTranslation('audit');
  const formats = useFormats();
  const { practiceId, zone } = useMembership();
  const { data, error, isFetching, refetch } = useQuery(verificationQuery(practiceId));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="chain is-wait">{t('chain.checking')}</p>;
  const { brokenAt, lastSealedAt, sealedCount, unsealedCount, checkedFrom } = data;
  const sealedAt = lastSealedAt && toLocal(new Date(lastSealedAt), zone);
  const facts = [
    t('chain.sealed', { count: sealedCount, n: formats.integer(sealedCount) }),
    unsealedCount > 0 && t('chain.unsealed', { count: unsealedCount, n: formats.integer(unsealedCount) }),
    sealedAt
      ? t('chain.last', { day: formats.dateShort(sealedAt.day), time: formats.timeOfMinutes(sealedAt.minutes) })
      : t('chain.never'),
    checkedFrom > 1 && t('chain.from', { n: formats.integer(checkedFrom) }),
  ];
  return (
    <section className={data.intact ? 'chain' : 'chain is-broken'} role={data.intact ? 'status' : 'alert'}>
      <Icon of={data.intact ? IconShieldCheck : IconAlertTriangle} size={20} />
      <div>
        <h2>{t(data.intact ? 'chain.intact' : 'chain.broken')}</h2>
        {brokenAt && (
          <p>
            <b>{t('chain.at', { n: formats.integer(brokenAt.seq), fault: t(`chain.fault.${brokenAt.fault}`) })}</b>{' '}
            {t('chain.act')}
          </p>
        )}
        <p className="chain-facts">{facts.filter(Boolean).join(' · ')}</p>
        {data.headHash && (
          <details>
            <summary>{t('chain.hash')}</summary>
            <code>{data.headHash}</code>
            <p>{t('chain.hashHelp')}</p>
          </details>
        )}
      </div>
      <span className="sp" />
      <Button size="sm" icon={IconRefresh} busy={isFetching} onClick={() => void refetch()}>
        {t('chain.again')}
      </Button>
    </section>
  );
}
