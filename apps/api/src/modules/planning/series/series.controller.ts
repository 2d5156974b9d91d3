import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import * as contract from '@pupitre/shared/planning/series.contract';
import { Handles, Input } from '../../../platform/http/endpoint.decorator.js';
import { SeriesService } from './series.service.js';
import { SeriesEditService } from './series-edit.service.js';

@Controller()
export class SeriesController {
  constructor(
    private readonly series: SeriesService,
    private readonly edits: SeriesEditService,
  ) {}

  @Handles(contract.previewSeries)
  preview(@Input() { body }: InputOf<typeof contract.previewSeries>) {
    return this.series.preview(body);
  }

  @Handles(contract.bookSeries)
  book(@Input() { body }: InputOf<typeof contract.bookSeries>) {
    return this.series.book(body);
  }

  @Handles(contract.readSeries)
  read(@Input() { params }: InputOf<typeof contract.readSeries>) {
    return this.edits.read(params.seriesId);
  }

  @Handles(contract.previewSeriesMove)
  previewMove(@Input() { params, body }: InputOf<typeof contract.previewSeriesMove>) {
    return this.edits.previewMove(params.seriesId, body);
  }

  @Handles(contract.moveSeries)
  move(@Input() { params, body }: InputOf<typeof contract.moveSeries>) {
    return this.edits.move(params.seriesId, body);
  }

  @Handles(contract.cancelSeries)
  cancel(@Input() { params, body }: InputOf<typeof contract.cancelSeries>) {
    return this.edits.cancel(params.seriesId, body);
  }
}
