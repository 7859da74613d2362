/** What stands on `/about/messages/` beside a message: for those whose two sentences alone leave a question. */
export interface MessageExplanation {
  /** What usually causes the problem, or what is easily got wrong in mending it: one to three plain sentences. */
  readonly cause: string;
  /** What was written, and what to write instead: a cell, a row, or a few lines of a file. */
  readonly corrected?: { readonly before: string; readonly after: string };
}
