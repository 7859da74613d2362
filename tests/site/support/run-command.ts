import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const REPOSITORY_FOLDER = fileURLToPath(new URL('../../../', import.meta.url));

/** The folder that these tests write to; git ignores it. */
export const WORK_FOLDER = join(REPOSITORY_FOLDER, '.work');

/** Lets a process create files that nobody else may read. Its workers may not set this. */
export const PRIVATE_FILES = { NODE_OPTIONS: '--import=data:text/javascript,try{process.umask(0o077)}catch{}' };

/** The result of a command. */
export interface CommandOutcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Returns the environment without the variables of Vitest, which change how the site is built. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const vitest = /^(?:VITEST.*|NODE_ENV|NODE_OPTIONS|MODE|DEV|PROD|SSR|BASE_URL|TEST)$/;
  const others = Object.entries(process.env).filter(([name]) => !vitest.test(name));
  return { ...Object.fromEntries(others), ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
}

/**
 * Starts a command of the project and leaves it running.
 * @param name the name of its file in `src/cli/`, without `-command.ts`
 * @param args its options
 * @param project the folder of this project or of a copy
 * @param environment variables to add
 * @param folder the working folder
 */
export function startCommand(
  name: string,
  args: readonly string[],
  project = REPOSITORY_FOLDER,
  environment: NodeJS.ProcessEnv = {},
  folder = project,
): ChildProcess {
  const file = join(project, 'src', 'cli', `${name}-command.ts`);
  return spawn(process.execPath, [file, ...args], {
    cwd: folder,
    env: { ...plainEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a command of the project to its end. */
export async function runCommand(
  name: string,
  args: readonly string[],
  project = REPOSITORY_FOLDER,
  environment: NodeJS.ProcessEnv = {},
  folder = project,
): Promise<CommandOutcome> {
  const child = startCommand(name, args, project, environment, folder);
  let [stdout, stderr] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  await once(child, 'close');
  return { code: child.exitCode, stdout, stderr };
}

/** Builds a site into a folder; throws the output of a build that fails. */
export async function spawnBuild(
  out: string,
  args: readonly string[],
  project: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<void> {
  const { code, stdout, stderr } = await runCommand('build', ['--out', out, ...args], project, environment);
  if (code !== 0) throw new Error(`the build ended with ${String(code)}\n${stdout}\n${stderr}`);
}
