import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule } from './modules/audit/audit.module.js';
import { BillingModule } from './modules/billing/billing.module.js';
import { CalendarsModule } from './modules/calendars/calendars.module.js';
import { DraftsModule } from './modules/drafts/drafts.module.js';
import { ImportsModule } from './modules/imports/imports.module.js';
import { MembersModule } from './modules/members/members.module.js';
import { OutageModule } from './modules/outage/outage.module.js';
import { PatientsModule } from './modules/patients/patients.module.js';
import { AbsencePlanModule } from './modules/planning/absence-plan/absence-plan.module.js';
import { LatenessModule } from './modules/planning/lateness/lateness.module.js';
import { PlanningModule } from './modules/planning/planning.module.js';
import { SeriesModule } from './modules/planning/series/series.module.js';
import { UrgentModule } from './modules/planning/urgent/urgent.module.js';
import { WaitingListModule } from './modules/planning/waiting-list/waiting-list.module.js';
import { PracticesModule } from './modules/practices/practices.module.js';
import { SessionModule } from './modules/session/session.module.js';
import { TasksModule } from './modules/tasks/tasks.module.js';
import { PlatformModule, type PlatformParts } from './platform/platform.module.js';

@Module({})
class AppModule {}

/** The table of contents of the product. */
export function appModule(parts: PlatformParts): DynamicModule {
  return {
    module: AppModule,
    imports: [
      PlatformModule.with(parts),
      SessionModule,
      MembersModule,
      PracticesModule,
      PatientsModule,
      PlanningModule,
      UrgentModule,
      SeriesModule,
      AbsencePlanModule,
      LatenessModule,
      WaitingListModule,
      BillingModule,
      CalendarsModule,
      OutageModule,
      TasksModule,
      AuditModule,
      DraftsModule,
      ImportsModule,
    ],
  };
}
