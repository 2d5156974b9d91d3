import type { Permission } from '@pupitre/shared/access/roles';
import type { MembershipView } from '@pupitre/shared/session/session.contract';
import {
  IconCalendarOff,
  IconCalendarShare,
  IconCalendarTime,
  IconChecklist,
  IconDatabaseImport,
  IconDoor,
  IconFlag,
  IconMapPin,
  IconShieldCheck,
  IconTags,
  IconUsers,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import { lazyRouteComponent } from '@tanstack/react-router';
import type { SettingsPartKey } from '../features/settings/settings-parts';

interface SettingsPart {
  /** Its word is `settings:part.<key>`. */
  readonly key: SettingsPartKey;
  readonly icon: TablerIcon;
  /** To see it. Whoever may see one part enters the settings. */
  readonly permission: Permission;
  /** Opens it as well, to whoever does another thing there. */
  readonly also?: Permission;
  /** To change it, where reading is open to more people: the settings open on the first part that one may change. */
  readonly changes?: Permission;
  /** Domains of words it needs beside `settings`. */
  readonly words?: readonly string[];
  /** A screen of its own, without props: a `div.set-part` that starts with a `.bar` and its `h1`. */
  readonly screen: ReturnType<typeof lazyRouteComponent>;
}

/** Parts of the settings, in the order of their list. A part is listed once its screen exists. */
export const settingsParts: readonly SettingsPart[] = [
  {
    key: 'horaires',
    icon: IconCalendarTime,
    permission: 'absence.edit',
    changes: 'hours.edit',
    words: ['hours'],
    screen: lazyRouteComponent(() => import('../features/settings/hours-part'), 'HoursPart'),
  },
  {
    key: 'feries',
    icon: IconFlag,
    permission: 'absence.edit',
    changes: 'hours.edit',
    words: ['hours'],
    screen: lazyRouteComponent(() => import('../features/settings/hours/holidays-part'), 'HolidaysPart'),
  },
  {
    key: 'sites',
    icon: IconMapPin,
    permission: 'absence.edit',
    changes: 'hours.edit',
    words: ['hours'],
    screen: lazyRouteComponent(() => import('../features/settings/hours/sites-part'), 'SitesPart'),
  },
  {
    key: 'absences',
    icon: IconCalendarOff,
    permission: 'absence.edit',
    screen: lazyRouteComponent(() => import('../features/settings/absences-part'), 'AbsencesPart'),
  },
  {
    key: 'motifs',
    icon: IconTags,
    permission: 'absence.edit',
    changes: 'motif.edit',
    words: ['motif-rules'],
    screen: lazyRouteComponent(() => import('../features/settings/motifs-part'), 'MotifsPart'),
  },
  {
    key: 'salles',
    icon: IconDoor,
    permission: 'absence.edit',
    changes: 'motif.edit',
    words: ['pools'],
    screen: lazyRouteComponent(() => import('../features/settings/pools-part'), 'PoolsPart'),
  },
  {
    key: 'calendriers',
    icon: IconCalendarShare,
    permission: 'calendar.edit',
    also: 'patient.reveal_phone',
    words: ['calendars'],
    screen: lazyRouteComponent(() => import('../features/calendars/calendars-part'), 'CalendarsPart'),
  },
  {
    key: 'donnees',
    icon: IconDatabaseImport,
    permission: 'import.run',
    words: ['imports', 'patients'],
    screen: lazyRouteComponent(() => import('./import.screen'), 'ImportScreen'),
  },
  {
    key: 'membres',
    icon: IconUsers,
    permission: 'members.read',
    changes: 'members.edit',
    words: ['members'],
    screen: lazyRouteComponent(() => import('../features/members/members-part'), 'MembersPart'),
  },
  {
    key: 'journal',
    icon: IconShieldCheck,
    permission: 'audit.read',
    words: ['audit'],
    screen: lazyRouteComponent(() => import('../features/audit/journal-part'), 'JournalPart'),
  },
  {
    key: 'taches',
    icon: IconChecklist,
    permission: 'tasks.read',
    words: ['tasks'],
    screen: lazyRouteComponent(() => import('../features/tasks/tasks-part'), 'TasksPart'),
  },
];

/** The parts that a person may see in a practice. */
export const settingsPartsOf = ({ permissions }: MembershipView): readonly SettingsPart[] =>
  settingsParts.filter((part) => openedBy(part).some((permission) => permissions.includes(permission)));

/** One of them is enough. */
export const openedBy = ({ permission, also }: SettingsPart): readonly Permission[] =>
  also ? [permission, also] : [permission];

/** The part asked for, or where her settings open; undefined when she may not see it, or sees none. */
export function settingsPartFor(membership: MembershipView, asked: SettingsPartKey | undefined) {
  const open = settingsPartsOf(membership);
  if (asked && settingsParts.some(({ key }) => key === asked)) return open.find(({ key }) => key === asked);
  return open.find(({ permission, changes = permission }) => membership.permissions.includes(changes)) ?? open[0];
}
