import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { findUrgentPlaces } from '@pupitre/shared/planning/urgent.contract';
import { Handles, Input } from '../../../platform/http/endpoint.decorator.js';
import { UrgentPlacesService } from './urgent-places.service.js';

@Controller()
export class UrgentController {
  constructor(private readonly urgent: UrgentPlacesService) {}

  @Handles(findUrgentPlaces)
  async find(@Input() { body }: InputOf<typeof findUrgentPlaces>) {
    return { places: await this.urgent.find(body) };
  }
}
