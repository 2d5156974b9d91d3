import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { Frame } from './frame.page.ts';
import { type Locale, wordsOf } from './words.ts';

export class ExportsPage extends Frame {
  readonly invoices;
  readonly payments;
  readonly passwordAgain;

  constructor(page: Page, locale: Locale = 'fr') {
    super(page, locale);
    const words = wordsOf(locale).exports;
    this.invoices = page.getByRole('region', { name: words.invoices });
    this.payments = page.getByRole('region', { name: words.payments });
    this.passwordAgain = page.getByLabel(words.again);
  }

  /** What `act` makes the browser download. */
  async fileOf(act: () => Promise<unknown>): Promise<{ name: string; text: string }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), act()]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  }
}
