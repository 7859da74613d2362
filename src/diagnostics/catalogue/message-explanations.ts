import Papa from 'papaparse';
import { z } from 'zod';
import csv from '../../../data/message-explanations.csv?raw';

/**
 * An explanation of a message on `/about/messages/`, for readers to whom its two sentences are not enough.
 *
 * Explanations are not in the catalogue, because `/check/` loads the messages and shows no explanations: its script
 * must be smaller than 120 KiB when compressed, and the explanations would add 10 KiB.
 */
export interface MessageExplanation {
  /** The usual cause of the issue, or a common mistake in fixing it: one to three plain sentences. */
  readonly cause: string;
  /** What was written, and what to write instead: a cell, a row, or a few lines of a file. */
  readonly corrected?: { readonly before: string; readonly after: string };
}

const Row = z
  .strictObject({ 問題: z.string().min(1), 説明: z.string().min(1), 直す前: z.string(), 直した後: z.string() })
  .transform((row): [code: string, explanation: MessageExplanation] => {
    const corrected = { before: row.直す前, after: row.直した後 };
    return [row.問題, { cause: row.説明, ...(corrected.after === '' ? {} : { corrected }) }];
  });

const { data } = Papa.parse(csv, { header: true, skipEmptyLines: true });

/** Explanations by the codes of their messages, in the order of the groups. */
export const messageExplanations: Readonly<Partial<Record<string, MessageExplanation>>> = Object.fromEntries(
  Row.array().parse(data),
);
