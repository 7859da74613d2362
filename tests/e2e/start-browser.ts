import type { TestProject } from 'vitest/node';
import { launchBrowser } from '../../tools/launch-browser.ts';

/** Starts one browser for all tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await launchBrowser();
  project.provide('browser', browser.wsEndpoint());
  return () => browser.close();
}
