import type { z } from 'zod';
import type { Issue } from '../../src/diagnostics/diagnostic.ts';
import { parseCell } from '../../src/validation/column-parser.ts';

/** Returns the value of a cell, or the code of its issue in angle brackets. */
export function readAs(type: z.ZodType<unknown, string>, text: string): unknown {
  const result = type.safeParse(text);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const params = issue?.code === 'custom' ? (issue.params as { issue: Issue } | undefined) : undefined;
  return `<${params?.issue.code ?? 'no issue'}>`;
}

/** Returns the word that the issue of a cell suggests; null for a valid cell. */
export function readSuggestion(type: z.ZodType<unknown, string>, text: string): unknown {
  const [issue] = parseCell({ field: 'field', cell: type }, '列', text).issues;
  return issue?.values.near ?? null;
}
