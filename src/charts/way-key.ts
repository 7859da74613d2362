import type { TargetRow, WayView } from '../progress/target-view.ts';
import { drawBar, drawDot, drawHatchedBar } from './relative-shapes.ts';
import { locateShare } from './way-chart.ts';

const drawMark = (width: number, content: string) =>
  `<svg class="way-chart way-mark" width="${width}" height="16" aria-hidden="true">${content}</svg>`;

/** Returns the list of the signs that some ways have, in a fixed order, with their meanings: HTML. */
export function drawWayKey(rows: readonly TargetRow<WayView>[]): string {
  const some = (test: (view: WayView) => boolean) => rows.some(({ view }) => test(view));
  const marks = [
    {
      shown: some(({ share }) => share >= 0),
      svg: drawMark(46, drawBar('done', [0, 80], 3, 10) + drawDot('point', 80, 8, 6)),
      words: '実績までの進み',
    },
    {
      shown: some(({ share }) => share < 0),
      svg: drawMark(46, drawHatchedBar('back', [20, 98], 3, 10) + drawDot('point', 20, 8, 6)),
      words: '現状値より後退（0の左）',
    },
    {
      shown: some(({ share }) => share > 1),
      svg: drawMark(
        46,
        drawBar('done', [0, 45], 3, 10) + drawBar('over', [45, 80], 3, 10) + drawDot('point', 80, 8, 6),
      ),
      words: '目標をこえた（100%の右）',
    },
    {
      shown: some(({ elapsed }) => elapsed !== null && elapsed > 0),
      svg: drawMark(16, '<path class="now" d="M2 3h12l-6 10z"/>'),
      words: '期間のうち、実績の時点までに過ぎた割合',
    },
    {
      shown: rows.some(({ indicator }) => indicator.latest?.certainty === 'provisional'),
      svg: drawMark(16, drawDot('point provisional', 50, 8, 6)),
      words: '速報',
    },
    {
      shown: some(({ share }) => locateShare(share).cut !== null),
      svg: drawMark(16, '<path class="cut" d="M11 1l-7 7l7 7"/>'),
      words: '目もりの外（数字は実際の値）',
    },
  ];
  const entries = marks.filter(({ shown }) => shown).map(({ svg, words }) => `<li>${svg}${words}</li>`);
  return `<ul class="way-key" aria-label="図の見かた">${entries.join('')}</ul>`;
}
