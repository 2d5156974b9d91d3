import { IconArrowsMove, IconDots, IconHome, IconUsers, IconUsersGroup } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { partOf } from '../../lib/part-of';
import { useMay } from '../../lib/session';
import { ButtonShape } from '../../ui/button-shape';
import type { ActEntry } from './day-acts-list';
import { useDayScreen } from './day-screen-context';

const menu = partOf(async () => (await import('./day-acts-list')).DayActsList);
const MoveTogetherDialog = lazy(async () => ({ default: (await import('./move-together-dialog')).MoveTogetherDialog }));
const StaffMeetingDialog = lazy(async () => ({ default: (await import('./staff-meeting-dialog')).StaffMeetingDialog }));
const GroupSessionDialog = lazy(async () => ({ default: (await import('./group-session-dialog')).GroupSessionDialog }));
const RoundDialog = lazy(async () => ({ default: (await import('./round-dialog')).RoundDialog }));

const entries: readonly ActEntry[] = [
  { act: 'deplacer', icon: IconArrowsMove, label: 'move', needs: 'appointment.move' },
  { act: 'reunion', icon: IconUsers, label: 'staff', needs: 'appointment.book' },
  { act: 'seance', icon: IconUsersGroup, label: 'group', needs: 'appointment.book' },
  { act: 'tournee', icon: IconHome, label: 'round', needs: 'patient.reveal_phone' },
];

/** What concerns the day and not one visit; the address opens it too, so that the palette can. */
export function DayActsMenu() {
  const may = useMay();
  const { search, go } = useDayScreen();
  const open = entries.filter(({ needs }) => may(needs));
  if (open.length === 0) return null;
  const asked = open.find(({ act }) => act === search.acte)?.act;
  const close = () => go({ acte: undefined }, true);
  return (
    <>
      <Suspense fallback={<ButtonShape icon={IconDots} look="ghost" />}>
        <menu.Part entries={open} onPick={(act) => go({ acte: act }, true)} />
      </Suspense>
      <Suspense fallback={null}>
        {asked === 'deplacer' && <MoveTogetherDialog onClose={close} />}
        {asked === 'reunion' && <StaffMeetingDialog onClose={close} />}
        {asked === 'seance' && <GroupSessionDialog onClose={close} />}
        {asked === 'tournee' && <RoundDialog onClose={close} />}
      </Suspense>
    </>
  );
}
