import { Controller } from '@nestjs/common';
import { readReceipt } from '@pupitre/shared/billing/billing.contract';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { Handles, Input } from '../../platform/http/endpoint.decorator.js';
import { ReceiptService } from './receipt.service.js';

@Controller()
export class ReceiptController {
  constructor(private readonly receipts: ReceiptService) {}

  @Handles(readReceipt)
  read(@Input() { params }: InputOf<typeof readReceipt>) {
    return this.receipts.print(params.invoiceId);
  }
}
