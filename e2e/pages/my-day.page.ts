import type { Page } from '@playwright/test';
import { type Locale, wordsOf } from './words.ts';

/** A practitioner's own day, on her phone. */
export class MyDayPage {
  readonly head;
  readonly rest;
  readonly later;

  constructor(
    readonly page: Page,
    private readonly locale: Locale = 'fr',
  ) {
    const words = wordsOf(locale).myDay;
    this.head = page.getByRole('banner').or(page.getByRole('main')).first();
    this.rest = page.getByRole('list', { name: words.rest });
    this.later = page.getByRole('button', { name: words.later });
  }

  /** The block of somebody urgent, under way or next. */
  block(patient: string) {
    return this.page.locator('section').filter({ has: this.page.getByRole('heading', { level: 2, name: patient }) });
  }

  row(patient: string) {
    return this.rest.getByRole('listitem').filter({ hasText: patient });
  }

  /** Wherever the patient stands on the screen. */
  call(patient: string) {
    const button = { name: wordsOf(this.locale).myDay.call };
    return this.row(patient).or(this.block(patient)).getByRole('button', button);
  }

  finish(patient: string) {
    return this.block(patient).getByRole('button', { name: wordsOf(this.locale).myDay.finish });
  }
}
