import type { Permission } from '@pupitre/shared/access/roles';
import type { MembershipView } from '@pupitre/shared/session/session.contract';
import {
  type Icon,
  IconArmchair,
  IconCalendar,
  IconCalendarUser,
  IconCalendarWeek,
  IconCash,
  IconFileExport,
  IconFolder,
  IconSettings,
} from '@tabler/icons-react';
import { useTillBadge } from '../../features/billing/use-till-badge';
import { usePresentCount } from '../../features/waiting-room/present-count';
import { openedBy, settingsRights } from '../settings-rights';

/** Words of the rail: `frame:screen.<id>`. */
export type ScreenId = 'day' | 'week' | 'waitingRoom' | 'files' | 'till' | 'myDay' | 'exports' | 'settings' | 'audit';

export interface Screen {
  id: ScreenId;
  /** Last part of the URL: `/p/$practiceId/<path>`. */
  path: string;
  icon: Icon;
  /** One of them opens it. */
  permissions: readonly Permission[];
  /** Foot: settings and audit, at the bottom of the rail. */
  place: 'main' | 'foot';
  /** Drawn for 390 px; the others ask for a wider window. */
  onPhone: boolean;
  /** A hook that counts what waits; no badge when it gives 0 or nothing. */
  useBadge?: () => number | undefined;
}

/** The rail, in its order. A screen is listed once its page exists. */
export const screens: readonly Screen[] = [
  { id: 'day', path: 'jour', icon: IconCalendar, permissions: ['agenda.read'], place: 'main', onPhone: false },
  { id: 'week', path: 'semaine', icon: IconCalendarWeek, permissions: ['agenda.read'], place: 'main', onPhone: true },
  {
    id: 'waitingRoom',
    path: 'salle',
    icon: IconArmchair,
    permissions: ['waiting_room.read'],
    place: 'main',
    onPhone: true,
    useBadge: usePresentCount,
  },
  { id: 'files', path: 'dossiers', icon: IconFolder, permissions: ['patient.read'], place: 'main', onPhone: true },
  {
    id: 'till',
    path: 'caisse',
    icon: IconCash,
    permissions: ['billing.charge'],
    place: 'main',
    onPhone: true,
    useBadge: useTillBadge,
  },
  {
    id: 'exports',
    path: 'exports',
    icon: IconFileExport,
    permissions: ['billing.export'],
    place: 'main',
    onPhone: true,
  },
  {
    id: 'myDay',
    path: 'ma-journee',
    icon: IconCalendarUser,
    permissions: ['own_day.read'],
    place: 'main',
    onPhone: true,
  },
  {
    id: 'settings',
    path: 'reglages',
    icon: IconSettings,
    permissions: Object.values(settingsRights).flatMap(openedBy),
    place: 'foot',
    onPhone: false,
  },
];

/** The screens a person may open in a practice. */
export const screensOf = (membership: MembershipView): readonly Screen[] =>
  screens.filter(({ permissions }) => permissions.some((one) => membership.permissions.includes(one)));

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The rail entry this route belongs to. */
    screen?: ScreenId;
  }
}
