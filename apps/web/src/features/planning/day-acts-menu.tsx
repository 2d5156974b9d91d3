import { Menu } from '@mantine/core';
import type { Permission } from '@pupitre/shared/access/roles';
import {
  IconArrowsMove,
  IconDots,
  IconHome,
  IconUsers,
  IconUsersGroup,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/session';
import { Icon } from '../../ui/icon';
import { useDayScreen } from './day-screen-context';
import type { DayAct } from './day-search';

const MoveTogetherDialog = lazy(async () => ({ default: (await import('./move-together-dialog')).MoveTogetherDialog }));
const StaffMeetingDialog = lazy(async () => ({ default: (await import('./staff-meeting-dialog')).StaffMeetingDialog }));
const GroupSessionDialog = lazy(async () => ({ default: (await import('./group-session-dialog')).GroupSessionDialog }));
const RoundDialog = lazy(async () => ({ default: (await import('./round-dialog')).RoundDialog }));

interface ActEntry {
  readonly act: DayAct;
  readonly icon: TablerIcon;
  readonly label: 'move' | 'staff' | 'group' | 'round';
  readonly needs: Permission;
}

const entries: readonly ActEntry[] = [
  { act: 'deplacer', icon: IconArrowsMove, label: 'move', needs: 'appointment.move' },
  { act: 'reunion', icon: IconUsers, label: 'staff', needs: 'appointment.book' },
  { act: 'seance', icon: IconUsersGroup, label: 'group', needs: 'appointment.book' },
  { act: 'tournee', icon: IconHome, label: 'round', needs: 'patient.reveal_phone' },
];

/** What concerns the day and not one visit; the address opens it too, so that the palette can. */
export function DayActsMenu() {
  const { t } = useTranslation('together');
  const may = useMay();
  const { search, go } = useDayScreen();
  const open = entries.filter(({ needs }) => may(needs));
  if (open.length === 0) return null;
  const asked = open.find(({ act }) => act === search.acte)?.act;
  const close = () => go({ acte: undefined }, true);
  return (
    <>
      <Menu withinPortal position="bottom-end" returnFocus>
        <Menu.Target>
          <button type="button" className="btn icon s ghost" aria-label={t('acts')} title={t('acts')}>
            <Icon of={IconDots} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {open.map(({ act, icon, label }) => (
            <Menu.Item key={act} leftSection={<Icon of={icon} />} onClick={() => go({ acte: act }, true)}>
              {t(`act.${label}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Suspense fallback={null}>
        {asked === 'deplacer' && <MoveTogetherDialog onClose={close} />}
        {asked === 'reunion' && <StaffMeetingDialog onClose={close} />}
        {asked === 'seance' && <GroupSessionDialog onClose={close} />}
        {asked === 'tournee' && <RoundDialog onClose={close} />}
      </Suspense>
    </>
  );
}
