import type { PatientForm } from '@pupitre/shared/patients/patient.contract';
import { DomainError } from '../../platform/domain-error.js';

/** The refusal of one field, in the shape the contract's own validation gives. */
export function invalidField(field: keyof PatientForm): DomainError {
  return new DomainError('request.invalid', { issues: [{ path: `body.${field}`, code: 'invalid_value' }] });
}
