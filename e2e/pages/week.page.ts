import type { Page } from '@playwright/test';
import { Frame } from './frame.page.ts';

/** Semaine: a day a column. */
export class WeekPage extends Frame {
  readonly grid;
  readonly strip;

  constructor(page: Page) {
    super(page);
    this.grid = page.getByRole('grid');
    this.strip = page.getByRole('region', { name: 'Rendez-vous choisi' });
  }

  /** A card or a free place by anything of its sentence: « mardi 3, 8 h 40, libre, 30 min ». */
  cell(sentence: string | RegExp) {
    return this.grid.getByRole('gridcell', { name: sentence });
  }

  /** The day's head: « mardi 3 24 RDV · 6 trous ». */
  head(day: string) {
    return this.grid.getByRole('rowheader', { name: day });
  }
}
