import type { Page } from '@playwright/test';
import { Frame } from './frame.page.ts';
import { type Locale, wordsOf } from './words.ts';

type List = 'expected' | 'present' | 'inRoom' | 'toCollect';

export class WaitingRoomPage extends Frame {
  readonly filter;

  constructor(
    page: Page,
    private readonly locale: Locale = 'fr',
  ) {
    super(page, locale);
    this.filter = page.getByLabel(wordsOf(locale).room.filter);
  }

  list(list: List) {
    return this.page.getByRole('region', { name: wordsOf(this.locale).room[list] });
  }

  row(list: List, patient: string) {
    return this.list(list)
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('button', { name: patient }) });
  }

  /** The filter has the focus: letters, then Enter stands on the row that answers. */
  async standOn(patient: string, letters: string): Promise<void> {
    await this.filter.and(this.page.locator(':focus')).waitFor();
    await this.page.keyboard.type(letters);
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('button', { name: patient }).and(this.page.locator(':focus')).waitFor();
  }
}
