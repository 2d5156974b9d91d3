import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { foundPractice } from '@pupitre/shared/practices/founding.contract';
import { Handles, Input } from '../../platform/http/endpoint.decorator.js';
import { FoundingService } from './founding.service.js';

@Controller()
export class FoundingController {
  constructor(private readonly founding: FoundingService) {}

  @Handles(foundPractice)
  found(@Input() { body }: InputOf<typeof foundPractice>) {
    return this.founding.found(body);
  }
}
