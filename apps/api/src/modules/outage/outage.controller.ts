import { Controller } from '@nestjs/common';
import { printOutageSheet, readOutageSheet } from '@pupitre/shared/outage/outage.contract';
import { Handles } from '../../platform/http/endpoint.decorator.js';
import { OutageService } from './outage.service.js';

@Controller()
export class OutageController {
  constructor(private readonly outage: OutageService) {}

  @Handles(readOutageSheet)
  state() {
    return this.outage.state();
  }

  @Handles(printOutageSheet)
  print() {
    return this.outage.print();
  }
}
