import type { ImportReason } from '@pupitre/shared/import/import.contract';

/** One thing said of a line; the fields of reasons that differ by nothing else are told together. */
export interface GroupedReason extends Omit<ImportReason, 'field'> {
  readonly fields: readonly string[];
}

/** « complète le mobile, complète l’adresse » becomes « complète : mobile, adresse ». In the order they were given. */
export function groupReasons(reasons: readonly ImportReason[]): GroupedReason[] {
  const groups: GroupedReason[] = [];
  for (const { field, ...reason } of reasons) {
    const fields = field === undefined ? [] : [field];
    const at = groups.findIndex(
      ({ code, line, value }) => code === reason.code && line === reason.line && value === reason.value,
    );
    const held = groups[at];
    if (held) groups[at] = { ...held, fields: [...held.fields, ...fields] };
    else groups.push({ ...reason, fields });
  }
  return groups;
}
