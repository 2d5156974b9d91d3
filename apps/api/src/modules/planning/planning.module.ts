import { Module } from '@nestjs/common';
import { PracticesModule } from '../practices/practices.module.js';
import { AgendaScope } from './agenda-scope.js';
import { AppointmentController } from './appointment.controller.js';
import { AppointmentRepository } from './appointment.repository.js';
import { BookingService } from './booking.service.js';
import { BookingDesk } from './booking-desk.js';
import { ClaimRepository } from './claim.repository.js';
import { DayController } from './day.controller.js';
import { DayService } from './day.service.js';
import { FreeDayRepository } from './free-day.repository.js';
import { FreeDays } from './free-days.js';
import { FreeDaysUpkeep } from './free-days.upkeep.js';
import { FreeSlotFinder } from './free-slot.finder.js';
import { HoldController } from './holds/hold.controller.js';
import { HoldRepository } from './holds/hold.repository.js';
import { HoldService } from './holds/hold.service.js';
import { KnownPatientRepository } from './known-patient.repository.js';
import { LatenessRepository } from './lateness.repository.js';
import { MeetingController } from './meetings/meeting.controller.js';
import { MeetingRepository } from './meetings/meeting.repository.js';
import { MeetingService } from './meetings/meeting.service.js';
import { SeatService } from './meetings/seat.service.js';
import { NewVisits } from './new-visits.js';
import { PlaceFactsRepository } from './place-facts.repository.js';
import { PlaceReader } from './place-reader.js';
import { RoundController } from './round/round.controller.js';
import { RoundRepository } from './round/round.repository.js';
import { RoundService } from './round/round.service.js';
import { SlotOffersService } from './slot-offers.service.js';
import { MoveTogetherService } from './together/move-together.service.js';
import { TogetherController } from './together/together.controller.js';
import { UndoService } from './undo.service.js';
import { VideoLinkRepository } from './video/video-link.repository.js';
import { VideoLinks } from './video/video-links.js';
import { VisitCancellationService } from './visit-cancellation.service.js';
import { VisitChanges } from './visit-changes.js';
import { VisitEditService } from './visit-edit.service.js';
import { VisitJournalRepository } from './visit-journal.repository.js';
import { VisitMoves } from './visit-moves.js';
import { VisitSettlement } from './visit-settlement.js';
import { VisitStatusService } from './visit-status.service.js';
import { VisitSteps } from './visit-steps.js';
import { WayBackGuard } from './way-back-guard.js';
import { WeekController } from './week/week.controller.js';
import { WeekRepository } from './week/week.repository.js';
import { WeekService } from './week/week.service.js';

@Module({
  imports: [PracticesModule],
  controllers: [
    AppointmentController,
    DayController,
    WeekController,
    HoldController,
    TogetherController,
    MeetingController,
    RoundController,
  ],
  providers: [
    AgendaScope,
    AppointmentRepository,
    BookingDesk,
    BookingService,
    ClaimRepository,
    DayService,
    FreeDayRepository,
    FreeDays,
    FreeDaysUpkeep,
    FreeSlotFinder,
    HoldRepository,
    HoldService,
    KnownPatientRepository,
    LatenessRepository,
    MeetingRepository,
    MeetingService,
    SeatService,
    MoveTogetherService,
    RoundRepository,
    RoundService,
    NewVisits,
    PlaceFactsRepository,
    PlaceReader,
    SlotOffersService,
    VisitMoves,
    UndoService,
    WayBackGuard,
    VideoLinkRepository,
    VideoLinks,
    VisitCancellationService,
    VisitChanges,
    VisitEditService,
    VisitJournalRepository,
    VisitSettlement,
    VisitStatusService,
    VisitSteps,
    WeekRepository,
    WeekService,
  ],
  exports: [
    VisitSteps,
    VisitMoves,
    VisitChanges,
    NewVisits,
    VisitSettlement,
    AgendaScope,
    AppointmentRepository,
    BookingDesk,
    BookingService,
    ClaimRepository,
    FreeSlotFinder,
    LatenessRepository,
    VisitCancellationService,
    VisitJournalRepository,
  ],
})
export class PlanningModule {}
