import type { Role } from '@pupitre/shared/access/roles';
import { type PracticeModel, practiceModels, starterMotifsFor } from '@pupitre/shared/fr/starter-motifs';
import type { PractitionerView } from '@pupitre/shared/practices/practice.contract';

export type Profession = PractitionerView['profession'];

export interface TypedPractitioner {
  readonly key: string;
  readonly title: 'dr' | 'none';
  readonly firstName: string;
  readonly lastName: string;
  readonly profession: Profession;
  readonly rpps: string;
  readonly siren: string;
  /** Her own week, seven lines from Monday; null: the practice's. */
  readonly week: readonly string[] | null;
  /** For her link; empty: no sign-in yet. */
  readonly email: string;
}

export interface TypedMotif {
  readonly key: string;
  readonly name: string;
  readonly minutes: string;
  readonly profession: Profession;
  readonly kept: boolean;
  /** One of the starter list, by its name there; null: added by hand. */
  readonly starter: string | null;
}

/** What one person of a practice usually does, as the set-up offers it. */
export const seats = {
  secretary: ['secretary'],
  lead_secretary: ['secretary', 'coordinator'],
  remote_secretary: ['remote_secretary'],
  nurse: ['nurse'],
  accountant: ['accountant'],
  admin: ['admin'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type SeatName = keyof typeof seats;

export interface TypedMember {
  readonly key: string;
  readonly displayName: string;
  readonly email: string;
  readonly seat: SeatName;
}

/** Everything typed so far. Of the practice and its staff, never of a patient. */
export interface TypedSetup {
  readonly model: PracticeModel;
  readonly practice: {
    readonly name: string;
    readonly street: string;
    readonly postalCode: string;
    readonly city: string;
    readonly phone: string;
    readonly finess: string;
    /** Empty: as the postal code tells. */
    readonly zone: string;
    readonly holidayZone: string;
  };
  readonly practitioners: readonly TypedPractitioner[];
  readonly week: readonly string[];
  readonly motifs: readonly TypedMotif[];
  readonly atTheDesk: boolean;
  /** Key of the practitioner she is herself; empty: none. */
  readonly ownSeat: string;
  readonly members: readonly TypedMember[];
}

const titleOf = (profession: Profession): 'dr' | 'none' =>
  profession === 'midwife' || profession === 'physiotherapist' ? 'none' : 'dr';

export function newPractitioner(profession: Profession): TypedPractitioner {
  const names = { firstName: '', lastName: '', rpps: '', siren: '', email: '' };
  return { key: crypto.randomUUID(), title: titleOf(profession), profession, week: null, ...names };
}

export const newMember = (): TypedMember => ({
  key: crypto.randomUUID(),
  displayName: '',
  email: '',
  seat: 'secretary',
});

/** Monday to Friday, and a closed weekend; each screen writes times in its own language. */
export function startingSetup(practiceName: string, weekday: string): TypedSetup {
  const practice = { street: '', postalCode: '', city: '', phone: '', finess: '', zone: '', holidayZone: '' };
  return withModel(
    {
      model: 'general',
      practice: { name: practiceName, ...practice },
      practitioners: [],
      week: [weekday, weekday, weekday, weekday, weekday, '', ''],
      motifs: [],
      atTheDesk: true,
      ownSeat: '',
      members: [newMember()],
    },
    'general',
  );
}

const isBlank = ({ firstName, lastName }: TypedPractitioner) => !firstName.trim() && !lastName.trim();

/** A model proposes its people where nobody was typed yet. */
export function withModel(typed: TypedSetup, model: PracticeModel): TypedSetup {
  const named = typed.practitioners.filter((each) => !isBlank(each));
  const practitioners = named.length > 0 ? named : practiceModels[model].map(newPractitioner);
  return withMotifsOf({ ...typed, model, practitioners });
}

/** Motifs follow the professions there are; what was unticked, renamed or added stays as it is. */
export function withMotifsOf(typed: TypedSetup): TypedSetup {
  const held = [...new Set(typed.practitioners.map(({ profession }) => profession))];
  const kept = typed.motifs.filter(({ profession }) => held.includes(profession));
  const missing = starterMotifsFor(held).filter(({ name }) => !kept.some(({ starter }) => starter === name));
  const added = missing.map(
    ({ name, minutes, usual, professions: [profession] }): TypedMotif => ({
      key: name,
      name,
      minutes: String(minutes),
      profession: profession ?? 'general_practitioner',
      kept: usual,
      starter: name,
    }),
  );
  return {
    ...typed,
    motifs: added.length === 0 && kept.length === typed.motifs.length ? typed.motifs : [...kept, ...added],
  };
}

/** As a column's head will read it; empty while she has no name. */
export function shownName({ title, firstName, lastName }: TypedPractitioner): string {
  const whole = [firstName.trim(), lastName.trim().toLocaleUpperCase('fr')].filter(Boolean).join(' ');
  return whole && title === 'dr' ? `Dr ${whole}` : whole;
}
