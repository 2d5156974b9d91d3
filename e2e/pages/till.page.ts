import type { Page } from '@playwright/test';
import { Frame } from './frame.page.ts';
import { type Locale, wordsOf } from './words.ts';

export class TillPage extends Frame {
  readonly list;
  readonly payment;
  readonly issued;

  constructor(page: Page, locale: Locale = 'fr') {
    super(page, locale);
    const words = wordsOf(locale).till;
    this.list = page.getByRole('navigation', { name: words.list });
    this.payment = page.getByRole('region', { name: words.pay, exact: true });
    this.issued = page.getByRole('region', { name: words.issued });
  }

  /** The note of a patient: her acts and who pays what. */
  note(patient: string) {
    return this.page.getByRole('region', { name: patient });
  }

  /** P opens the receipt in a page of its own; gives the bytes the product received. */
  async printReceipt(): Promise<Buffer> {
    let bytes: Buffer = Buffer.alloc(0);
    await this.page.route('**/receipt.pdf', async (route) => {
      const response = await route.fetch();
      bytes = await response.body();
      await route.fulfill({ response, body: bytes });
    });
    const opened = this.page.waitForEvent('popup');
    await this.page.keyboard.press('p');
    await (await opened).close();
    return bytes;
  }
}
