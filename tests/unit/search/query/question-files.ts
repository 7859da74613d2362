import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Papa from 'papaparse';
import type { SearchQuestion } from './plain-questions.ts';

/** A question that nothing on the site answers, and why. */
export interface UnansweredQuestion {
  readonly asked: string;
  readonly reason: string;
}

/** The questions of `<name>-answerable.csv` and `<name>-unanswerable.csv` beside this file. */
export interface QuestionFiles {
  readonly name: string;
  readonly answerable: readonly SearchQuestion[];
  readonly unanswerable: readonly UnansweredQuestion[];
}

const FOLDER = import.meta.dirname;

const readRows = (file: string) =>
  Papa.parse<Readonly<Record<string, string>>>(readFileSync(join(FOLDER, file), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;

/** Reads every pair of question files. An answer is the id of a document, with its kind before it if it is not a plan item. */
export function readQuestionFiles(): QuestionFiles[] {
  return globSync('*-unanswerable.csv', { cwd: FOLDER })
    .sort()
    .reverse()
    .map((file) => {
      const name = basename(file, '-unanswerable.csv');
      return {
        name,
        answerable: readRows(`${name}-answerable.csv`).map(({ question = '', answers = '' }) => ({
          asked: question,
          best: answers.split(' ').map((answer) => answer.replace(/^\w+:/, '')),
        })),
        unanswerable: readRows(file).map(({ question = '', reason = '' }) => ({ asked: question, reason })),
      };
    });
}
