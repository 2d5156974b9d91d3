import type { Page } from '@playwright/test';
import { type Locale, wordsOf } from './words.ts';

/** What stands around every screen of a desk: the palette, the last act, the status bar. */
export class Frame {
  readonly title;
  readonly status;
  readonly toast;
  readonly palette;
  readonly paletteField;
  /** How a sentence typed in the palette was understood. */
  readonly understood;

  constructor(
    readonly page: Page,
    locale: Locale = 'fr',
  ) {
    const words = wordsOf(locale);
    this.title = page.getByRole('heading', { level: 1 });
    this.status = page.getByRole('contentinfo').first();
    this.toast = page.locator('output');
    this.palette = page.getByRole('dialog', { name: words.palette.dialog });
    this.understood = page.locator('#pal-reading');
    this.paletteField = page.getByRole('combobox', { name: words.palette.field });
  }

  /** F2, then what one looks for. */
  async ask(text: string): Promise<void> {
    // A page that is still loading hears no key.
    await this.page.locator('h1').first().waitFor();
    await this.page.keyboard.press('F2');
    await this.paletteField.waitFor();
    await this.page.keyboard.type(text);
  }

  /** A patient found: the acts that name her come after. */
  found(name: string) {
    return this.palette.getByRole('option', { name }).first();
  }
}
