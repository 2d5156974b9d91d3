import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { AbsenceListeners } from './acts/absence-listeners.js';
import { AgendaListeners } from './acts/agenda-listeners.js';
import { VisitListeners } from './acts/visit-listeners.js';
import { AuditJournal } from './audit/audit-journal.js';
import { AuditSealer } from './audit/audit-sealer.js';
import { Clock } from './clock.js';
import { Expiry } from './database/expiry.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { WorkerSecret } from './database/worker-secret.js';
import { ApiPageController } from './http/api-page.controller.js';
import { EndpointInterceptor } from './http/endpoint.interceptor.js';
import { EndpointPipeline } from './http/endpoint.pipeline.js';
import { GracefulStop } from './http/graceful-stop.js';
import { HealthController } from './http/health.controller.js';
import { IdempotentRequests } from './idempotency/idempotent-requests.js';
import { jobProviders } from './jobs/job-providers.js';
import { JobHandlers, Jobs } from './jobs/jobs.js';
import { PracticeChores } from './jobs/practice-chores.js';
import { LiveController } from './live/live.controller.js';
import { LiveEventsRepository } from './live/live-events.repository.js';
import { LiveHub } from './live/live-hub.js';
import { LiveReplay } from './live/live-replay.service.js';
import { CalendarFetcher } from './outside/calendar-fetcher.js';
import { HttpsCalendarFetcher } from './outside/https-calendar-fetcher.js';
import { OutsideGate } from './outside/outside-gate.js';
import { PdfPrinter } from './pdf/pdf-printer.js';
import { Settings } from './settings.js';
import { VideoRooms, videoRoomsFor } from './video/video-rooms.js';

export interface PlatformParts {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly logger: Logger;
  /** Address for the LISTEN connection: direct, never through a transaction pooler. */
  readonly listenUrl: string;
  readonly workerSecret: WorkerSecret;
  /** Whether this process also does the background jobs. */
  readonly runsJobs: boolean;
}

/** What every module stands on. Knows no module. */
@Global()
@Module({})
export class PlatformModule {
  static with(parts: PlatformParts): DynamicModule {
    return {
      module: PlatformModule,
      controllers: [HealthController, ApiPageController, LiveController],
      providers: [
        { provide: DataSource, useValue: parts.dataSource },
        { provide: Clock, useValue: parts.clock },
        { provide: Settings, useValue: parts.settings },
        { provide: LiveHub, useFactory: () => new LiveHub(parts.listenUrl, parts.logger) },
        { provide: WorkerSecret, useValue: parts.workerSecret },
        UnitOfWork,
        LiveEventsRepository,
        LiveReplay,
        GracefulStop,
        Expiry,
        AuditJournal,
        AuditSealer,
        IdempotentRequests,
        AbsenceListeners,
        AgendaListeners,
        VisitListeners,
        ...jobProviders({ queueUrl: parts.listenUrl, logger: parts.logger, runsJobs: parts.runsJobs }),
        PdfPrinter,
        OutsideGate,
        { provide: CalendarFetcher, useClass: HttpsCalendarFetcher },
        { provide: VideoRooms, useValue: videoRoomsFor(parts.settings) },
        EndpointPipeline,
        { provide: APP_INTERCEPTOR, useClass: EndpointInterceptor },
      ],
      exports: [
        UnitOfWork,
        Clock,
        Settings,
        LiveHub,
        AbsenceListeners,
        AgendaListeners,
        VisitListeners,
        Jobs,
        JobHandlers,
        PracticeChores,
        PdfPrinter,
        CalendarFetcher,
        VideoRooms,
      ],
    };
  }
}
