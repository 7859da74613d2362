import { scaleLinear } from 'd3';
import { createSvg, drawText, estimateTextWidth, formatCoordinate, truncateText } from './svg-text.ts';
import { formatApproximate } from '../notation/format.ts';
import type { Indicator } from '../tables/indicators.ts';
import type { Rating } from '../progress/rating-record.ts';
import { drawCircle } from './chart-markers.ts';

const WIDTH = 320;
const HEIGHT = 128;
const SIDE = 16;
const LINE = 64;
/** On a phone the chart is a little smaller, and its text must not be under 12 px even there. */
const FONT = 15;
const SMALL = 14;

/** A text with its left edge. */
interface BarLabel {
  readonly text: string;
  readonly width: number;
  readonly left: number;
}

const LABEL_GAP = 12;

/** Moves two labels of one line apart, so that they do not overlap. */
function separate(first: BarLabel, second: BarLabel): readonly [BarLabel, BarLabel] {
  const overlap = first.left + first.width + LABEL_GAP - second.left;
  if (overlap <= 0) return [first, second];
  const right = Math.min(second.left + overlap, WIDTH - second.width);
  const left = Math.max(0, right - LABEL_GAP - first.width);
  return [
    { ...first, left },
    { ...second, left: right },
  ];
}

/**
 * Draws the latest result between baseline and target, compared with an even pace: ● baseline on the left, ◎ target on
 * the right (even if it is smaller), ▽ the expected value, a dot for the result. Null without values, result or period.
 */
export function drawProgressBar({ baseline, target, latest, unit }: Indicator, { figures }: Rating): string | null {
  const { expected } = figures;
  if (expected === null || latest?.value == null || baseline.value === null || target.value === null) return null;
  const values = [baseline.value, target.value, expected, latest.value];
  const rising = target.value > baseline.value;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = scaleLinear(rising ? [low, high] : [high, low], [SIDE, WIDTH - SIDE]);
  const [from, to, aim, current] = [x(baseline.value), x(target.value), x(expected), x(latest.value)];
  const aimText = `目安 約${formatApproximate(expected)}${unit}`;
  const currentText = `${latest.certainty === 'provisional' ? '速報' : '実績'} ${latest.text}`;
  const place = (words: string, middle: number, font: number, most = WIDTH): BarLabel => {
    const text = truncateText(words, most, font);
    const width = estimateTextWidth(text, font);
    return { text, width, left: Math.min(Math.max(middle - width / 2, 0), WIDTH - width) };
  };
  const draw = ({ text, left }: BarLabel, y: number, kind: string, font: number) =>
    drawText(kind, [left, y], font, text);
  const ends = [`現状値 ${baseline.text}`, `目標値 ${target.text}`] as const;
  const isTight = estimateTextWidth(ends.join(''), SMALL) + LABEL_GAP > WIDTH;
  // Two labels that do not fit in one line are cut: the table below contains them in full.
  const most = isTight ? (WIDTH - LABEL_GAP) / 2 : WIDTH;
  const [start, end] = separate(place(ends[0], from, SMALL, most), place(ends[1], to, SMALL, most));
  const mark = `<path class="aim" d="M${formatCoordinate(aim)} ${LINE - 6}l-7 -12h14z"/>`;
  const label = `現状値${baseline.text}から目標値${target.text}までの道のりで、${latest.period.text}の${currentText}。同じ歩みなら${aimText}。`;
  return createSvg(
    { kind: 'stand', width: WIDTH, height: HEIGHT, label },
    `<line class="track" x1="${SIDE}" x2="${WIDTH - SIDE}" y1="${LINE}" y2="${LINE}"/>` +
      `<line class="done" x1="${formatCoordinate(from)}" x2="${formatCoordinate(current)}" y1="${LINE}" y2="${LINE}"/>` +
      drawCircle('baseline', from, LINE, 7) +
      drawCircle('target', to, LINE, 8) +
      drawCircle('target-core', to, LINE, 3) +
      mark +
      drawCircle('result-dot', current, LINE, 5) +
      draw(place(aimText, aim, FONT), 34, 'label aim-label', FONT) +
      draw(place(currentText, current, FONT), 94, 'label', FONT) +
      draw(start, 120, 'tick', SMALL) +
      draw(end, 120, 'tick', SMALL),
  );
}
