import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { isActive } from '@pupitre/shared/planning/appointment-status';
import { IconCopy, IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../lib/toast';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { useDayScreen } from './day-screen-context';

/** Where a remote visit takes place, whether that is real, and the address to give to the patient. */
export function VideoLine({ visit }: { visit: AppointmentCard }) {
  const { t } = useTranslation('video');
  const { setup } = useDayScreen();
  const state = t(`state.${setup.video}`);
  if (!visit.videoUrl)
    return <span className="muted">{setup.video === 'off' || !isActive(visit.status) ? state : t('soon')}</span>;
  // An installation that does not know its own address answers where it is read.
  const address = new URL(visit.videoUrl, location.origin).href;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      showToast({ text: t('copied') });
    } catch {
      showToast({ text: t('notCopied') });
    }
  };
  return (
    <span className="video-line">
      <span className="muted">{state}</span>
      <span className="row">
        <Button size="xs" icon={IconCopy} onClick={() => void copy()}>
          {t('copy')}
        </Button>
        <a className="link" href={address} target="_blank" rel="noreferrer">
          <Icon of={IconExternalLink} size={14} /> {t('open')}
        </a>
      </span>
    </span>
  );
}
