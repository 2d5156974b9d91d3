import type { Permission } from '@pupitre/shared/access/roles';
import type { SettingsPartKey } from '../features/settings/settings-parts';

export interface SettingsRight {
  /** To see it. Whoever may see one part enters the settings. */
  readonly permission: Permission;
  /** Opens it as well, to whoever does another thing there. */
  readonly also?: Permission;
  /** To change it, where reading is open to more people: the settings open on the first part that one may change. */
  readonly changes?: Permission;
}

/** Who opens which part of the settings. Apart from the parts: the rail asks on every screen, and draws none of them. */
export const settingsRights: Readonly<Record<SettingsPartKey, SettingsRight>> = {
  horaires: { permission: 'absence.edit', changes: 'hours.edit' },
  feries: { permission: 'absence.edit', changes: 'hours.edit' },
  sites: { permission: 'absence.edit', changes: 'hours.edit' },
  absences: { permission: 'absence.edit' },
  motifs: { permission: 'absence.edit', changes: 'motif.edit' },
  salles: { permission: 'absence.edit', changes: 'motif.edit' },
  calendriers: { permission: 'calendar.edit', also: 'patient.reveal_phone' },
  donnees: { permission: 'import.run' },
  membres: { permission: 'members.read', changes: 'members.edit' },
  journal: { permission: 'audit.read' },
  taches: { permission: 'tasks.read' },
};

/** One of them is enough. */
export const openedBy = ({ permission, also }: SettingsRight): readonly Permission[] =>
  also ? [permission, also] : [permission];
