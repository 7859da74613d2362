import type { Loose } from '../../check/loose.ts';
import { byPlace } from '../../problems/problem.ts';
import { part } from '../dom.ts';
import { grid, leftOut } from './grid.ts';
import { entry, entryId, type Numbered } from './list.ts';
import { preview } from './preview.ts';
import { markOf } from './mark.ts';

/** How many problems are shown at first, and how many more each time. */
const STEP = 500;

/** Shows a number of problems, and the table with their cells marked. */
function showFirst(count: number, all: readonly Numbered[], loose: Loose): void {
  const problems = all.slice(0, count);
  const explained = part('check-results', HTMLElement).dataset.messages ?? '';
  part('check-problems', HTMLElement).replaceChildren(...problems.map((one) => entry(one, explained)));
  const shown = { rows: loose.rows, head: loose.head, problems };
  const left = leftOut(shown);
  part('check-table', HTMLElement).replaceChildren(grid(shown));
  part('check-left', HTMLElement).textContent =
    left > 0 ? `はじめの200行と、問題のある行だけを見せています。ほかに ${left}行あります。` : '';
  const more = part('check-more', HTMLButtonElement);
  const rest = all.length - problems.length;
  more.hidden = rest <= 0;
  more.textContent = `残りの ${rest}件のうち、次の ${Math.min(rest, STEP)}件も見る`;
  more.onclick = () => {
    showFirst(count + STEP, all, loose);
    document.getElementById(entryId(count + 1))?.focus();
  };
}

/** Shows what came of a check: the problems, the table with its cells marked, and how its indicators will look. */
export function show(loose: Loose): void {
  const { rows, plan } = loose;
  const problems = [...loose.problems]
    .sort(byPlace)
    .map((problem, at) => ({ number: at + 1, problem, mark: markOf(problem, loose) }));
  showFirst(STEP, problems, loose);
  part('check-none', HTMLElement).hidden = problems.length > 0;
  part('check-table', HTMLElement).hidden = rows.length === 0;
  const drawn = preview(plan);
  part('check-preview', HTMLElement).replaceChildren(...drawn);
  part('check-preview-part', HTMLElement).hidden = drawn.length === 0;
}
