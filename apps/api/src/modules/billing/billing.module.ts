import { Module } from '@nestjs/common';
import { PlanningModule } from '../planning/planning.module.js';
import { AccountRepository } from './account.repository.js';
import { ActRepository } from './act.repository.js';
import { ChargeController } from './charge.controller.js';
import { ChargeRepository } from './charge.repository.js';
import { ChargeService } from './charge.service.js';
import { ChargeListeners } from './charge-listeners.js';
import { ChargePricing } from './charge-pricing.js';
import { InvoiceRepository } from './invoice.repository.js';
import { InvoiceService } from './invoice.service.js';
import { MonthController } from './month.controller.js';
import { MonthRepository } from './month.repository.js';
import { MonthService } from './month.service.js';
import { ReceiptController } from './receipt.controller.js';
import { ReceiptRepository } from './receipt.repository.js';
import { ReceiptService } from './receipt.service.js';
import { TillController } from './till.controller.js';
import { TillRepository } from './till.repository.js';
import { TillService } from './till.service.js';
import { VisitChargeRepository } from './visit-charge.repository.js';

@Module({
  imports: [PlanningModule],
  controllers: [ChargeController, TillController, ReceiptController, MonthController],
  providers: [
    ...[ActRepository, VisitChargeRepository, ChargeRepository, AccountRepository, ChargePricing, ChargeService],
    ...[ChargeListeners, InvoiceService, InvoiceRepository, TillService, TillRepository],
    ...[ReceiptService, ReceiptRepository, MonthService, MonthRepository],
  ],
})
export class BillingModule {}
