import type { Page } from '@playwright/test';
import { Frame } from './frame.page.ts';
import { type Locale, wordsOf } from './words.ts';

/** Jour: the grid, and beside it the visit chosen or the booking being made. */
export class DayPage extends Frame {
  readonly grid;
  readonly visit;
  readonly booking;
  readonly note;
  readonly slots;
  readonly problem;
  /** Lists drawn for the printer, one a column. */
  readonly printed;

  constructor(page: Page, locale: Locale = 'fr') {
    super(page, locale);
    const words = wordsOf(locale).day;
    this.grid = page.getByRole('grid');
    this.visit = page.getByRole('complementary', { name: words.visit, exact: true });
    this.booking = page.getByRole('complementary', { name: words.booking, exact: true });
    this.note = this.booking.getByLabel(words.note);
    this.slots = this.booking.getByRole('radiogroup', { name: words.slots });
    this.printed = page.locator('.printed-day > table');
    this.problem = this.booking.getByRole('alert');
  }

  /** A card by anything of its sentence: « 10 h à 10 h 20, Dr MARTIN, PETIT Jean, … ». */
  card(sentence: string | RegExp) {
    return this.grid.getByRole('gridcell', { name: sentence });
  }

  /** Places offered in the panel, in their order. */
  slot(rank: 1 | 2 | 3) {
    return this.slots.getByRole('radio').nth(rank - 1);
  }

  /** The browser's dialogue cannot be seen: what it would print stays on the page. */
  async printToScreen(): Promise<void> {
    await this.page.evaluate(() => {
      window.print = () => void window.dispatchEvent(new Event('beforeprint'));
    });
  }

  /** F2, a name, Enter: the patient is in hand and her three places are shown. */
  async takeInHand(patient: string): Promise<void> {
    await this.ask(patient);
    await this.page.keyboard.press('Enter');
    await this.slot(1).waitFor();
  }
}
