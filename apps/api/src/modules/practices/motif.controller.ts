import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { addMotif, editMotif } from '@pupitre/shared/practices/practice.contract';
import { Handles, Input } from '../../platform/http/endpoint.decorator.js';
import { MotifService } from './motif.service.js';

@Controller()
export class MotifController {
  constructor(private readonly motifs: MotifService) {}

  @Handles(addMotif)
  add(@Input() { body }: InputOf<typeof addMotif>) {
    return this.motifs.add(body);
  }

  @Handles(editMotif)
  edit(@Input() { params, body, version }: InputOf<typeof editMotif>) {
    return this.motifs.edit(params.motifId, version, body);
  }
}
