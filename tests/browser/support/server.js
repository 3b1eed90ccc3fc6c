// The real program, on an empty folder of its own and a free port.
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { until } from './until.js';

const BINARY = path.resolve(
  process.env.COUNTERSIGN_BIN ?? path.join(import.meta.dirname, '../../../target/debug/countersign'),
);
const FIRST_RUN = /https?:\/\/\S+\/admin\/first\/\S+/;
const OPENS = /https?:\/\/\S+\/admin\/in\/\S+/;
/** A signal to end that is not obeyed for so long is followed by one that must be. */
const STOPS_WITHIN_MS = 10_000;

/** What is set for the tests, or for another site of the same person, is not meant for this one. */
function withoutSettings(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('COUNTERSIGN_')));
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Runs the program on a folder until it is told to end, or is killed. */
function run(data, listen, url) {
  const child = spawn(BINARY, ['serve', '--data', data, '--listen', listen, '--public-url', url], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: withoutSettings(process.env),
  });
  const running = { log: '', ended: null };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (running.log += part));
  running.gone = new Promise((resolve) => {
    const end = (how) => {
      running.ended = how;
      resolve();
    };
    child.once('error', (error) => end(error.message));
    child.once('exit', (code, signal) => end(`ended with ${signal ?? code}`));
  });
  running.end = async (signal) => {
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), STOPS_WITHIN_MS);
    await running.gone;
    clearTimeout(timer);
  };
  running.ready = (says) =>
    until('the server is ready', async () => {
      if (running.ended !== null) throw new Error(`the server ${running.ended}`);
      const answer = await fetch(`${url}/readyz`).catch(() => null);
      return answer?.ok === true && says.test(running.log);
    });
  return running;
}

/** Starts the program with these settings and waits until it says that it is ready. */
export async function startServer({ settings = '' } = {}) {
  if (!existsSync(BINARY)) {
    throw new Error(`${BINARY} is missing: run "cargo build --package countersign", or set COUNTERSIGN_BIN`);
  }
  const data = await mkdtemp(path.join(tmpdir(), 'countersign-'));
  await writeFile(path.join(data, 'countersign.toml'), settings);
  const listen = `127.0.0.1:${await freePort()}`;
  const url = `http://${listen}`;
  let running = run(data, listen, url);
  const before = [];
  const log = () => [...before, running.log].join('\n');
  const stop = async () => {
    await running.end('SIGTERM');
    await rm(data, { recursive: true, force: true });
  };
  try {
    await running.ready(FIRST_RUN);
  } catch (error) {
    await stop();
    throw new Error(`${error.message}\n${log()}`, { cause: error });
  }
  const firstRun = running.log.match(FIRST_RUN)[0];
  /** Ends it as a power cut does: nothing is finished, nobody is told. */
  const kill = () => running.end('SIGKILL');
  /** Starts it again on what it left, at the same address. */
  const again = async () => {
    before.push(running.log);
    running = run(data, listen, url);
    await running.ready(/answers at/);
  };
  /** Adds an account at the command line and brings back its link, which nobody at the desk has seen. */
  const addAccount = async ({ name, email, roles }) => {
    const held = roles.flatMap((role) => ['--role', role]);
    const settings = ['--data', data, '--public-url', url];
    const { stdout } = await promisify(execFile)(
      BINARY,
      ['account', 'add', email, '--name', name, ...held, ...settings],
      { env: withoutSettings(process.env) },
    );
    return stdout.match(OPENS)[0];
  };
  return { url, firstRun, log, stop, kill, again, addAccount };
}
