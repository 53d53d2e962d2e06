import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const START_LIMIT_MS = 120_000;
const POLL_MS = 200;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then((response) => response.ok, () => false);
}

async function untilReady(url: string, program: ChildProcess): Promise<void> {
  const giveUpAt = Date.now() + START_LIMIT_MS;
  while (Date.now() < giveUpAt) {
    if (program.exitCode !== null) throw new Error(`The program ended with ${program.exitCode} before it answered.`);
    if (await answers(url)) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`The program did not answer within ${START_LIMIT_MS / 1000} s.`);
}

/** Starts `JIANNUO_BIN demo` (default: the debug build) on an empty folder; a server given as JIANNUO_URL is used as it is. */
export default async function startServer(): Promise<() => Promise<void>> {
  const given = process.env['JIANNUO_URL'];
  if (given) {
    process.env['BASE_URL'] = given;
    return async () => undefined;
  }
  const binary = process.env['JIANNUO_BIN'] ?? '../target/debug/jiannuo';
  const folder = await mkdtemp(join(tmpdir(), 'jiannuo-e2e-'));
  const port = await freePort();
  const program = spawn(binary, ['demo', '--data', folder, '--listen', `127.0.0.1:${port}`], { stdio: ['ignore', 'ignore', 'inherit'] });
  const base = `http://127.0.0.1:${port}`;
  process.env['BASE_URL'] = base;
  const stop = async () => {
    program.kill('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  };
  await untilReady(`${base}/api/public/info`, program).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return stop;
}
