import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Papa from 'papaparse';

/** A question of a resident, and the documents that answer it best, chosen by a reader of the plans. */
export interface SearchQuestion {
  readonly asked: string;
  readonly best: readonly string[];
}

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

/** An answer is the id of a document, with its kind before it if it is not a plan item. */
const readQuestion = ({ question = '', answers = '' }: Readonly<Record<string, string>>): SearchQuestion => ({
  asked: question,
  best: answers.split(' ').map((answer) => answer.replace(/^\w+:/, '')),
});

const sets = readRows('questions.csv');

/** Returns the questions of a set in `questions.csv`. */
export const readQuestionSet = (name: string) => sets.filter(({ set }) => set === name).map(readQuestion);

/** Reads every pair of question files. */
export function readQuestionFiles(): QuestionFiles[] {
  return globSync('*-unanswerable.csv', { cwd: FOLDER })
    .sort()
    .reverse()
    .map((file) => {
      const name = basename(file, '-unanswerable.csv');
      return {
        name,
        answerable: readRows(`${name}-answerable.csv`).map(readQuestion),
        unanswerable: readRows(file).map(({ question = '', reason = '' }) => ({ asked: question, reason })),
      };
    });
}
