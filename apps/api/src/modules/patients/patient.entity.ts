import type { insStatuses, sexes, thirdParties } from '@pupitre/shared/patients/patient.contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Columns and nothing else. Constraints live in `migrations/`, rules in `@pupitre/shared`. */
@Entity('patient')
export class PatientEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('int') number!: number;
  @Column('text', { name: 'birth_name' }) birthName!: string;
  /** The birth name itself when no other is in use. */
  @Column('text', { name: 'used_name' }) usedName!: string;
  @Column('text', { name: 'first_name' }) firstName!: string;
  @Column('text', { name: 'first_names' }) firstNames!: string;
  @Column('text') sex!: (typeof sexes)[number];
  @Column('date', { name: 'birth_date' }) birthDate!: string;
  @Column('text', { name: 'birth_place_code', nullable: true }) birthPlaceCode!: string | null;
  /** E.164. */
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('boolean', { name: 'without_phone' }) withoutPhone!: boolean;
  @Column('text') email!: string;
  @Column('text') street!: string;
  @Column('text', { name: 'postal_code' }) postalCode!: string;
  @Column('text', { name: 'commune_code', nullable: true }) communeCode!: string | null;
  @Column('text', { name: 'heads_up' }) headsUp!: string;
  @Column('text', { name: 'team_note' }) teamNote!: string;
  @Column('uuid', { name: 'usual_practitioner_id', nullable: true }) usualPractitionerId!: string | null;
  @Column('boolean', { name: 'referring_doctor' }) referringDoctor!: boolean;
  @Column('boolean', { name: 'long_term_illness' }) longTermIllness!: boolean;
  @Column('text', { name: 'third_party' }) thirdParty!: (typeof thirdParties)[number];
  @Column('text', { name: 'complementary_name' }) complementaryName!: string;
  @Column('text', { name: 'ins_status' }) insStatus!: (typeof insStatuses)[number];
  @Column('int') version!: number;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

/** What a form says of a patient; the rest of the row belongs to the practice. */
export type PatientTraits = Omit<
  PatientEntity,
  'practiceId' | 'id' | 'number' | 'insStatus' | 'version' | 'createdBy' | 'createdAt'
>;
