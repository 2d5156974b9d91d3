import { CreateTenancy1772000001000 } from './1772000001000-create-tenancy.js';
import { CreatePractices1772000002000 } from './1772000002000-create-practices.js';
import { CreatePatients1772000003000 } from './1772000003000-create-patients.js';
import { CreatePlanning1772000004000 } from './1772000004000-create-planning.js';
import { CreateJournals1772000005000 } from './1772000005000-create-journals.js';
import { CreateBilling1772000006000 } from './1772000006000-create-billing.js';
import { CompleteBilling1772000007000 } from './1772000007000-complete-billing.js';
import { PurgeExpired1772000008000 } from './1772000008000-purge-expired.js';
import { TellLivingSessions1772000009000 } from './1772000009000-tell-living-sessions.js';
import { CreateJobs1772000010000 } from './1772000010000-create-jobs.js';
import { SealAudit1772000011000 } from './1772000011000-seal-audit.js';
import { TidyTasks1772000011100 } from './1772000011100-tidy-tasks.js';
import { AnswerSooner1772000011200 } from './1772000011200-answer-sooner.js';
import { SealInPasses1772000011300 } from './1772000011300-seal-in-passes.js';
import { StageImports1772000012000 } from './1772000012000-stage-imports.js';
import { ImportAgendas1772000013000 } from './1772000013000-import-agendas.js';
import { OpenToBackup1772000014000 } from './1772000014000-open-to-backup.js';
import { InvitePeople1772000015000 } from './1772000015000-invite-people.js';
import { KeepDrafts1772000016000 } from './1772000016000-keep-drafts.js';
import { KeepLiveEvents1772000017000 } from './1772000017000-keep-live-events.js';
import { CountTasks1772000017100 } from './1772000017100-count-tasks.js';
import { CloseDoors1772000017900 } from './1772000017900-close-doors.js';
import { KeepFreeDays1772000018000 } from './1772000018000-keep-free-days.js';
import { CompleteClaims1772000019000 } from './1772000019000-complete-claims.js';
import { CreateCalendars1772000020000 } from './1772000020000-create-calendars.js';
import { OpenByRule1772000021000 } from './1772000021000-open-by-rule.js';
import { CreateWaitingList1772000022000 } from './1772000022000-create-waiting-list.js';
import { ReplaceVisits1772000023000 } from './1772000023000-replace-visits.js';
import { VersionPools1772000024000 } from './1772000024000-version-pools.js';
import { BookSeries1772000025000 } from './1772000025000-book-series.js';
import { GatherPeople1772000026000 } from './1772000026000-gather-people.js';
import { ShowMeetings1772000026500 } from './1772000026500-show-meetings.js';
import { UndoHours1772000027000 } from './1772000027000-undo-hours.js';

/** In order; a migration that has landed is never edited. */
export const allMigrations = [
  CreateTenancy1772000001000,
  CreatePractices1772000002000,
  CreatePatients1772000003000,
  CreatePlanning1772000004000,
  CreateJournals1772000005000,
  CreateBilling1772000006000,
  CompleteBilling1772000007000,
  PurgeExpired1772000008000,
  TellLivingSessions1772000009000,
  CreateJobs1772000010000,
  SealAudit1772000011000,
  TidyTasks1772000011100,
  AnswerSooner1772000011200,
  SealInPasses1772000011300,
  StageImports1772000012000,
  ImportAgendas1772000013000,
  OpenToBackup1772000014000,
  InvitePeople1772000015000,
  KeepDrafts1772000016000,
  KeepLiveEvents1772000017000,
  CountTasks1772000017100,
  CloseDoors1772000017900,
  KeepFreeDays1772000018000,
  CompleteClaims1772000019000,
  CreateCalendars1772000020000,
  OpenByRule1772000021000,
  CreateWaitingList1772000022000,
  ReplaceVisits1772000023000,
  VersionPools1772000024000,
  BookSeries1772000025000,
  GatherPeople1772000026000,
  ShowMeetings1772000026500,
  UndoHours1772000027000,
];
