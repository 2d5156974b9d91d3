import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state';
import { useFrame } from '../../ui/frame-context';

/** Head of a phone page that draws none of its own: where one is, and the person's menu. */
export function PhoneHead({ practiceName }: { practiceName: string }) {
  const { userMenu } = useFrame();
  return (
    <header className="bar">
      <b className="trunc">{practiceName}</b>
      <span className="sp" />
      {userMenu}
    </header>
  );
}

/** Under 640 px only the screens made for a phone are drawn. */
export function NarrowNotice() {
  const { t } = useTranslation('frame');
  return (
    <div className="fault-box">
      <h1 className="sr">{t('product')}</h1>
      <EmptyState>{t('narrow')}</EmptyState>
    </div>
  );
}
