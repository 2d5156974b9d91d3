import type { TwinReason } from '@pupitre/shared/patients/twins';

/** A small tag under a near twin: what is the same (green) or differs (amber). */
export const twinTagNames = [
  'ins',
  'identity',
  'birthDate',
  'name',
  'firstName',
  'phone',
  'email',
  'nearName',
  'soundingName',
  'swappedDate',
  'birthNameUsed',
  'swappedNames',
  'sibling',
  'nearFirstName',
  'otherDay',
] as const;
export type TwinTagName = (typeof twinTagNames)[number];

const SAME: ReadonlySet<TwinTagName> = new Set(['ins', 'identity', 'birthDate', 'name', 'firstName', 'phone', 'email']);

const tagsOfReason: Readonly<Record<TwinReason, readonly TwinTagName[]>> = {
  same_ins: ['ins'],
  same_strict_traits: ['identity'],
  same_birth_date_near_name: ['birthDate', 'nearName'],
  same_birth_date_sounding_name: ['birthDate', 'soundingName'],
  swapped_day_and_month: ['name', 'swappedDate'],
  birth_name_is_used_name: ['birthDate', 'birthNameUsed'],
  swapped_names: ['birthDate', 'swappedNames'],
  possible_twin_sibling: ['birthDate', 'sibling'],
  first_name_near: ['nearFirstName'],
  same_phone_and_first_name: ['phone', 'firstName'],
  same_email_and_first_name: ['email', 'firstName'],
  same_name_and_year: ['name', 'otherDay'],
};

export interface TwinTag {
  name: TwinTagName;
  isSame: boolean;
}

/** The tags of the API's reasons, each once, what is the same first. A reason this version does not know is passed over. */
export function twinTags(reasons: readonly string[]): TwinTag[] {
  const isKnown = (reason: string): reason is TwinReason => Object.hasOwn(tagsOfReason, reason);
  const names = new Set(reasons.filter(isKnown).flatMap((reason) => tagsOfReason[reason]));
  const tags = [...names].map((name) => ({ name, isSame: SAME.has(name) }));
  return [...tags.filter(({ isSame }) => isSame), ...tags.filter(({ isSame }) => !isSame)];
}
