/** The result of checking published documents against a standard. */
export interface StandardCheck {
  readonly title: string;
  /** The counts of the checked parts. */
  readonly summary: string;
  /** Violations of the standard. */
  readonly faults: readonly string[];
  /** Known warnings that are no faults. */
  readonly notes: readonly string[];
}

/** Returns a check without documents. */
export function createEmptyCheck(title: string, summary: string): StandardCheck {
  return { title, summary, faults: [], notes: [] };
}

/** Runs a check. An error means that a document is unreadable, and counts as a fault. */
export async function runStandardCheck(
  title: string,
  check: () => StandardCheck | Promise<StandardCheck>,
): Promise<StandardCheck> {
  try {
    return await check();
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    return { title, summary: '読めません', faults: [fault], notes: [] };
  }
}

const MAX_FAULTS = 20;

/** Formats a check: a line with the result, then the faults and notes. */
export function formatStandardCheck({ title, summary, faults, notes }: StandardCheck): string {
  const more = faults.length > MAX_FAULTS ? [`ほか ${faults.length - MAX_FAULTS} 件`] : [];
  const lines = [...faults.slice(0, MAX_FAULTS), ...more].map((fault) => `    まちがい：${fault}`);
  return [
    `${faults.length === 0 ? '✓' : '✗'} ${title}：${summary}`,
    ...lines,
    ...notes.map((note) => `    ${note}`),
    '',
  ].join('\n');
}
