import type { Page } from '@playwright/test';
import { type Locale, wordsOf } from './words.ts';

export class SignInPage {
  readonly email;
  readonly password;
  readonly language;
  readonly refusal;

  constructor(
    readonly page: Page,
    readonly url: string,
    locale: Locale = 'fr',
  ) {
    const words = wordsOf(locale).signIn;
    this.email = page.getByLabel(words.email);
    this.password = page.getByLabel(words.password, { exact: true });
    this.language = page.getByRole('button', { name: words.language });
    this.refusal = page.getByRole('alert');
  }

  async open(): Promise<void> {
    await this.page.goto(this.url);
    await this.password.waitFor();
  }

  /** As the page is found: the address has the focus, Tab leads to the password, Enter opens the desk. */
  async signInByKeyboard(email: string, password: string): Promise<void> {
    await this.email.and(this.page.locator(':focus')).waitFor();
    await this.page.keyboard.type(email);
    await this.page.keyboard.press('Tab');
    await this.page.keyboard.type(password);
    await this.page.keyboard.press('Enter');
  }
}
