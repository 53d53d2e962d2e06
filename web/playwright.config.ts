import { rmSync } from 'node:fs';
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

const DATA = '../.cache/e2e-data';

// Read again in every worker, which inherits the choice made first: a running server (JIANNUO_URL) or a random high port.
const given = process.env['JIANNUO_URL'];
process.env['E2E_PORT'] ??= String(20_000 + Math.floor(Math.random() * 20_000));
const address = `127.0.0.1:${process.env['E2E_PORT']}`;
const baseURL = given ?? `http://${address}`;

if (!given && process.env['TEST_WORKER_INDEX'] === undefined) rmSync(DATA, { recursive: true, force: true });

/** Journeys through the real program, `JIANNUO_BIN demo` on an empty folder (default: the debug build). */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '../.cache/e2e',
  workers: 1,
  timeout: 120_000,
  // A loaded machine may be slower than a menu opens; what fails twice has failed.
  retries: 1,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: 'list',
  ...(!given && {
    webServer: {
      command: `${process.env['JIANNUO_BIN'] ?? '../target/debug/jiannuo'} demo --data ${DATA} --listen ${address}`,
      url: `${baseURL}/api/public/info`,
      timeout: 1_200_000,
      env: { JIANNUO_LOG: 'warn' },
      gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    },
  }),
  use: { ...devices['Desktop Chrome'], baseURL, actionTimeout: 10_000, launchOptions: CHROMIUM, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', screenshot: 'only-on-failure' },
  projects: [
    { name: 'desk', use: { viewport: { width: 1440, height: 900 } }, testIgnore: /\.phone\.spec\.ts$/ },
    { name: 'phone', use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, launchOptions: CHROMIUM }, testMatch: /\.phone\.spec\.ts$/ },
  ],
});
