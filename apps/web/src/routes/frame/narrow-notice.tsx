import type { MembershipView } from '@pupitre/shared/session/session.contract';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state';
import { useFrame } from '../../ui/frame-context';

/** Under 768 px only the screens made for a phone are drawn. */
export function NarrowNotice({ membership }: { membership: MembershipView }) {
  const { t } = useTranslation('frame');
  const { userMenu } = useFrame();
  return (
    <>
      <div className="bar">
        <h1 className="trunc">{membership.practiceName}</h1>
        <span className="sp" />
        {userMenu}
      </div>
      <div className="fault-box">
        <EmptyState>{t('narrow')}</EmptyState>
      </div>
    </>
  );
}
