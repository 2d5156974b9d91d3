import { CreateTenancy1772000001 } from './1772000001-create-tenancy.js';
import { CreatePractices1772000002 } from './1772000002-create-practices.js';
import { CreatePatients1772000003 } from './1772000003-create-patients.js';
import { CreatePlanning1772000004 } from './1772000004-create-planning.js';
import { CreateJournals1772000005 } from './1772000005-create-journals.js';
import { CreateBilling1772000006 } from './1772000006-create-billing.js';

/** In order; a migration that has landed is never edited. */
export const allMigrations = [
  CreateTenancy1772000001,
  CreatePractices1772000002,
  CreatePatients1772000003,
  CreatePlanning1772000004,
  CreateJournals1772000005,
  CreateBilling1772000006,
];
