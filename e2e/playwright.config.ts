import { defineConfig } from '@playwright/test';
import { browserOptions } from './support/browser-options.ts';

/** The built product in a real browser. Every test has a database and a server of its own. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  globalSetup: './support/global-setup.ts',
  globalTeardown: './support/global-teardown.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: { ...browserOptions, trace: 'off', screenshot: 'only-on-failure' },
});
