import { Controller } from '@nestjs/common';
import { readPracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { Handles } from '../../platform/http/endpoint.decorator.js';
import { SetupService } from './setup.service.js';

@Controller()
export class SetupController {
  constructor(private readonly setup: SetupService) {}

  @Handles(readPracticeSetup)
  read() {
    return this.setup.read();
  }
}
