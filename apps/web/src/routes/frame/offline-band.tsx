import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import type { LiveState } from '../../lib/live-stream';
import { Icon } from '../../ui/icon';

/** Amber band while the line is down: what is read is a copy. */
export function OfflineBand({ live, zone }: { live: LiveState; zone: string }) {
  const { t } = useTranslation('frame');
  const formats = useFormats();
  if (live.kind !== 'offline') return null;
  return (
    <p className="band" role="status">
      <Icon of={IconAlertTriangle} />
      {t('live.offlineBand', { since: formats.timeOfInstant(new Date(live.since), zone) })}
    </p>
  );
}
