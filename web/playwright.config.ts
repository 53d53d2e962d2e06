import { defineConfig, devices } from '@playwright/test';

const CHROMIUM = {
  executablePath: '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** Journeys through the real program: `e2e/server.ts` starts it on a free port with its own demo folder. */
export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/server.ts',
  outputDir: '../.cache/e2e',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: 'list',
  use: { ...devices['Desktop Chrome'], launchOptions: CHROMIUM, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', screenshot: 'only-on-failure' },
  projects: [
    { name: 'desk', use: { viewport: { width: 1440, height: 900 } }, testIgnore: /\.phone\.spec\.ts$/ },
    { name: 'phone', use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, launchOptions: CHROMIUM }, testMatch: /\.phone\.spec\.ts$/ },
  ],
});
