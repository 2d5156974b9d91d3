import { useTranslation } from 'react-i18next';
import { useScreenTitle } from '../../lib/screen-title';
import { Logo } from '../../ui/logo';
import './video.css';

/** Where the address of a demonstration leads: it says that nobody meets here. */
export function DemoRoomPage() {
  const { t } = useTranslation('video');
  useScreenTitle(t('title'));
  return (
    <main className="video-room">
      <Logo />
      <h1>{t('title')}</h1>
      <p>{t('demo')}</p>
      <p className="muted">{t('nothing')}</p>
    </main>
  );
}
