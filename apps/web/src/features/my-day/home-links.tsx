import { IconMapPin, IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon';
import type { HomeVisit } from './my-day-context';

/**
 * The way there and the number, by links the phone itself opens: `geo:` leaves the choice of the map, and the address,
 * to the device; no page of ours sends it anywhere.
 */
export function HomeLinks({ home }: { home: HomeVisit | undefined }) {
  const { t } = useTranslation('my-day');
  if (!home) return null;
  return (
    <>
      {home.address && (
        <a className="md-icon" href={`geo:0,0?q=${encodeURIComponent(home.address)}`} title={t('home.way')}>
          <Icon of={IconMapPin} size={20} />
          <span className="sr">{t('home.way')}</span>
        </a>
      )}
      {home.phone && (
        <a className="md-icon" href={`tel:${home.phone}`} title={t('home.phone')}>
          <Icon of={IconPhone} size={20} />
          <span className="sr">{t('home.phone')}</span>
        </a>
      )}
    </>
  );
}
