import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const REPOSITORY_FOLDER = fileURLToPath(new URL('../../../', import.meta.url));

/** Where these tests write: inside the project, so that packages are found, and ignored by git. */
export const WORK_FOLDER = join(REPOSITORY_FOLDER, '.work');

/** What came of a command. */
export interface CommandOutcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment of a person at a terminal: what Vitest sets for tests would change how the site is built. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const own = /^(?:VITEST.*|NODE_ENV|NODE_OPTIONS|MODE|DEV|PROD|SSR|BASE_URL|TEST)$/;
  const kept = Object.entries(process.env).filter(([name]) => !own.test(name));
  return { ...Object.fromEntries(kept), ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
}

/**
 * Starts a command of the project and leaves it running.
 * @param name its file in `src/cli/`, without `-command.ts`
 * @param args its options
 * @param project the project whose command it is: this one, or a copy
 */
export function startCommand(name: string, args: readonly string[], project = REPOSITORY_FOLDER): ChildProcess {
  const file = join(project, 'src', 'cli', `${name}-command.ts`);
  return spawn(process.execPath, [file, ...args], {
    cwd: project,
    env: plainEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a command of the project to its end. */
export async function runCommand(
  name: string,
  args: readonly string[],
  project = REPOSITORY_FOLDER,
): Promise<CommandOutcome> {
  const child = startCommand(name, args, project);
  let [stdout, stderr] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  await once(child, 'close');
  return { code: child.exitCode, stdout, stderr };
}

/** Builds a site into a folder; fails with what the build said. */
export async function spawnBuild(
  out: string,
  args: readonly string[] = [],
  project = REPOSITORY_FOLDER,
): Promise<void> {
  const { code, stdout, stderr } = await runCommand('build', ['--out', out, ...args], project);
  if (code !== 0) throw new Error(`the build ended with ${String(code)}\n${stdout}\n${stderr}`);
}
