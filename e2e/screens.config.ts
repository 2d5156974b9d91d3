import { defineConfig } from '@playwright/test';
import { browserOptions } from './support/browser-options.ts';

/** Pictures of every screen into docs/screens, of a product already running: `npm run screens` gives its address. */
export default defineConfig({
  testDir: '.',
  testMatch: 'screens.shoot.ts',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  reporter: 'list',
  use: { ...browserOptions, baseURL: process.env.BASE_URL, reducedMotion: 'reduce' },
});
