import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { PatientEntity } from './modules/patients/patient.entity.js';
import { AppointmentEntity } from './modules/planning/appointment.entity.js';

/** Every entity of every module, for the one data source. */
export const entities: readonly EntityTarget<ObjectLiteral>[] = [PatientEntity, AppointmentEntity];
