import type { MembershipView } from '@pupitre/shared/session/session.contract';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { openPalette } from '../../keyboard/palette-store';
import { Icon } from '../../ui/icon';
import { type Screen, type ScreenId, screensOf } from './screens';

interface RailProps {
  membership: MembershipView;
  current: ScreenId | undefined;
}

export function Rail({ membership, current }: RailProps) {
  const { t } = useTranslation('frame');
  const open = screensOf(membership);
  const entry = (screen: Screen) => (
    <RailEntry key={screen.id} screen={screen} practiceId={membership.practiceId} isCurrent={screen.id === current} />
  );
  return (
    <nav className="rail" aria-label={t('screens')}>
      {open.filter(({ place }) => place === 'main').map(entry)}
      <span className="sp" />
      {open.filter(({ place }) => place === 'foot').map(entry)}
    </nav>
  );
}

/** At the thumb: the search, and the screens drawn for a phone. Alone on her only screen, one needs no way to it. */
export function PhoneNav({ membership, current }: RailProps) {
  const { t } = useTranslation('frame');
  const open = screensOf(membership).filter(({ onPhone }) => onPhone);
  const maySearch = membership.permissions.includes('patient.search');
  if (!maySearch && open.every(({ id }) => id === current)) return null;
  return (
    <nav className="phone-nav" aria-label={t('screens')}>
      {maySearch && (
        <button type="button" onClick={openPalette}>
          <Icon of={IconSearch} size={20} />
          {t('search.label')}
        </button>
      )}
      {open.map((screen) => (
        <RailEntry
          key={screen.id}
          screen={screen}
          practiceId={membership.practiceId}
          isCurrent={screen.id === current}
        />
      ))}
    </nav>
  );
}

interface RailEntryProps {
  screen: Screen;
  practiceId: string;
  isCurrent: boolean;
}

function RailEntry({ screen, practiceId, isCurrent }: RailEntryProps) {
  const { t } = useTranslation('frame');
  return (
    <Link to={`/p/${practiceId}/${screen.path}` as '/'} aria-current={isCurrent ? 'page' : undefined}>
      <Icon of={screen.icon} size={20} />
      {t(`screen.${screen.id}`)}
      {screen.useBadge && <Badge useCount={screen.useBadge} />}
    </Link>
  );
}

function Badge({ useCount }: { useCount: () => number | undefined }) {
  const count = useCount();
  return count ? <span className="n">{count}</span> : null;
}
