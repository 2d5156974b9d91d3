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
import { openedBy, type SettingsRight, settingsRights } from './settings-rights';

interface SettingsPart {
  /** Its word is `settings:part.<key>`. */
  readonly key: SettingsPartKey;
  readonly icon: TablerIcon;
  /** Domains of words it needs beside `settings`. */
  readonly words?: readonly string[];
  /** A screen of its own, without props: a `div.set-part` that starts with a `.bar` and its `h1`. */
  readonly screen: ReturnType<typeof lazyRouteComponent>;
}

/** Parts of the settings, in the order of their list. A part is listed once its screen exists. */
const settingsParts: readonly SettingsPart[] = [
  {
    key: 'horaires',
    icon: IconCalendarTime,
    words: ['hours'],
    screen: lazyRouteComponent(() => import('../features/settings/hours-part'), 'HoursPart'),
  },
  {
    key: 'feries',
    icon: IconFlag,
    words: ['hours'],
    screen: lazyRouteComponent(() => import('../features/settings/hours/holidays-part'), 'HolidaysPart'),
  },
  {
    key: 'sites',
    icon: IconMapPin,
    words: ['hours'],
    screen: lazyRouteComponent(() => import('../features/settings/hours/sites-part'), 'SitesPart'),
  },
  {
    key: 'absences',
    icon: IconCalendarOff,
    screen: lazyRouteComponent(() => import('../features/settings/absences-part'), 'AbsencesPart'),
  },
  {
    key: 'motifs',
    icon: IconTags,
    words: ['motif-rules'],
    screen: lazyRouteComponent(() => import('../features/settings/motifs-part'), 'MotifsPart'),
  },
  {
    key: 'salles',
    icon: IconDoor,
    words: ['pools'],
    screen: lazyRouteComponent(() => import('../features/settings/pools-part'), 'PoolsPart'),
  },
  {
    key: 'calendriers',
    icon: IconCalendarShare,
    words: ['calendars'],
    screen: lazyRouteComponent(() => import('../features/calendars/calendars-part'), 'CalendarsPart'),
  },
  {
    key: 'donnees',
    icon: IconDatabaseImport,
    words: ['imports', 'patients'],
    screen: lazyRouteComponent(() => import('./import.screen'), 'ImportScreen'),
  },
  {
    key: 'membres',
    icon: IconUsers,
    words: ['members'],
    screen: lazyRouteComponent(() => import('../features/members/members-part'), 'MembersPart'),
  },
  {
    key: 'journal',
    icon: IconShieldCheck,
    words: ['audit'],
    screen: lazyRouteComponent(() => import('../features/audit/journal-part'), 'JournalPart'),
  },
  {
    key: 'taches',
    icon: IconChecklist,
    words: ['tasks'],
    screen: lazyRouteComponent(() => import('../features/tasks/tasks-part'), 'TasksPart'),
  },
];

/** The parts that a person may see in a practice. */
export const settingsPartsOf = ({ permissions }: MembershipView): readonly SettingsPart[] =>
  settingsParts.filter(({ key }) => openedBy(settingsRights[key]).some((one) => permissions.includes(one)));

/** The part asked for, or where her settings open; undefined when she may not see it, or sees none. */
export function settingsPartFor(membership: MembershipView, asked: SettingsPartKey | undefined) {
  const open = settingsPartsOf(membership);
  if (asked && settingsParts.some(({ key }) => key === asked)) return open.find(({ key }) => key === asked);
  const changedBy = ({ permission, changes = permission }: SettingsRight) => changes;
  return open.find(({ key }) => membership.permissions.includes(changedBy(settingsRights[key]))) ?? open[0];
}
