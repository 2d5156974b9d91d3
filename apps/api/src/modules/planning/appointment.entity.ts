import type { AppointmentStatus } from '@pupitre/shared/planning/appointment-status';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Columns and nothing else. Constraints live in `migrations/`, rules in `@pupitre/shared`. */
@Entity('appointment')
export class AppointmentEntity {
  @PrimaryColumn('uuid', { name: 'practice_id' }) practiceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'resource_id' }) resourceId!: string;
  @Column('uuid', { name: 'practitioner_id' }) practitionerId!: string;
  @Column('uuid', { name: 'motif_id' }) motifId!: string;
  @Column('uuid', { name: 'patient_id' }) patientId!: string;
  @Column('date', { name: 'local_day' }) day!: string;
  @Column('smallint', { name: 'start_min' }) startMin!: number;
  @Column('smallint', { name: 'duration_min' }) durationMin!: number;
  @Column('timestamptz', { name: 'starts_at' }) startsAt!: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt!: Date;
  @Column('text') status!: AppointmentStatus;
  @Column('boolean') urgent!: boolean;
  @Column('boolean', { name: 'walk_in' }) walkIn!: boolean;
  @Column('text') note!: string;
  @Column('text') source!: string;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt!: Date | null;
  @Column('timestamptz', { name: 'arrived_at', nullable: true }) arrivedAt!: Date | null;
  @Column('timestamptz', { name: 'called_at', nullable: true }) calledAt!: Date | null;
  @Column('timestamptz', { name: 'seen_at', nullable: true }) seenAt!: Date | null;
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt!: Date | null;
  @Column('timestamptz', { name: 'cancelled_at', nullable: true }) cancelledAt!: Date | null;
  @Column('text', { name: 'cancelled_by', nullable: true }) cancelledBy!: string | null;
  @Column('text', { name: 'cancel_reason' }) cancelReason!: string;
  @Column('text', { name: 'rajout_reason', nullable: true }) rajoutReason!: string | null;
  @Column('text', { array: true }) overridden!: string[];
  @Column('text', { name: 'override_reason' }) overrideReason!: string;
  @Column('uuid', { name: 'companion_ids', array: true }) companionIds!: string[];
  @Column('text', { name: 'video_url' }) videoUrl!: string;
  @Column('uuid', { name: 'series_id', nullable: true }) seriesId!: string | null;
  @Column('smallint', { name: 'series_index', nullable: true }) seriesIndex!: number | null;
  @Column('uuid', { name: 'bundle_id', nullable: true }) bundleId!: string | null;
  @Column('uuid', { name: 'meeting_id', nullable: true }) meetingId!: string | null;
  @Column('int') version!: number;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
