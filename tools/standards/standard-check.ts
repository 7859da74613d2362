/** What came of holding one published document, or some, against a standard. */
export interface StandardCheck {
  /** What was held against what. */
  readonly title: string;
  /** What was counted, in words. */
  readonly summary: string;
  /** What is wrong; empty where it holds. */
  readonly faults: readonly string[];
  /** What is known and told, but is no fault. */
  readonly notes: readonly string[];
}

/** A check that found nothing to hold against the standard, and says so. */
export function createEmptyCheck(title: string, counted: string): StandardCheck {
  return { title, summary: counted, faults: [], notes: [] };
}

/** A check whose documents may be such that they can't be read at all: what is thrown at them is their fault. */
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

const MOST = 20;

/** A check as it is printed: a line that says whether it holds, and what was found below it. */
export function formatStandardCheck({ title, summary, faults, notes }: StandardCheck): string {
  const more = faults.length > MOST ? [`ほか ${faults.length - MOST} 件`] : [];
  const lines = [...faults.slice(0, MOST), ...more].map((fault) => `    まちがい：${fault}`);
  return [
    `${faults.length === 0 ? '✓' : '✗'} ${title}：${summary}`,
    ...lines,
    ...notes.map((note) => `    ${note}`),
    '',
  ].join('\n');
}
