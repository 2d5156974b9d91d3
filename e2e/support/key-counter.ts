import type { Page } from '@playwright/test';

/** The letters of a name count as six keys, whatever its length (docs: budgets of everyday tasks). */
const lettersOfAName = 6;

/**
 * The keyboard of a budget test: each press counts one, a modified key counts one, a typed name six, free text and the
 * content of fields nothing. The mouse is not used at all.
 */
export class CountedKeyboard {
  count = 0;

  constructor(private readonly page: Page) {}

  async press(key: string): Promise<void> {
    this.count += 1;
    await this.page.keyboard.press(key);
  }

  async name(letters: string): Promise<void> {
    this.count += lettersOfAName;
    await this.page.keyboard.type(letters);
  }

  /** Letters of a filter, one key each. */
  async letters(text: string): Promise<void> {
    this.count += text.length;
    await this.page.keyboard.type(text);
  }

  /** What a field asks for: counted apart in the budgets ("+ fields"). */
  async field(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }
}
