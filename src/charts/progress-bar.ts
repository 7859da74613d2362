import { scaleLinear } from 'd3';
import { escapeXml, estimateTextWidth, truncateText } from './svg-text.ts';
import { formatApproximate } from '../notation/format.ts';
import type { Indicator } from '../tables/indicators.ts';
import type { Rating } from '../progress/rating-record.ts';
import { formatCoordinate } from './chart-markers.ts';

const WIDTH = 320;
const HEIGHT = 128;
const SIDE = 16;
const LINE = 64;
/** On a phone the picture is made a little smaller, and its letters must not be under 12 px even then. */
const FONT = 15;
const SMALL = 14;

/** A text in the picture, and where it begins. */
interface Label {
  readonly shown: string;
  readonly width: number;
  readonly left: number;
}

const BETWEEN = 12;

/** Two labels of one line, the first to the left, moved so that they don't run into each other. */
function apart(first: Label, second: Label): readonly [Label, Label] {
  const over = first.left + first.width + BETWEEN - second.left;
  if (over <= 0) return [first, second];
  const right = Math.min(second.left + over, WIDTH - second.width);
  const left = Math.max(0, right - BETWEEN - first.width);
  return [
    { ...first, left },
    { ...second, left: right },
  ];
}

/**
 * Where the latest result stands on the way, and where it would stand at an even pace: ● baseline at the left, ◎
 * target at the right whichever of them is larger, ▽ what is expected, a dot for the result. Null where there is no
 * way, no result, or no time to expect anything at.
 */
export function drawProgressBar(
  { baseline, target, latest, unit }: Indicator,
  { figures }: Rating,
): string | null {
  const { expected } = figures;
  if (expected === null || latest?.value == null || baseline.value === null || target.value === null)
    return null;
  const values = [baseline.value, target.value, expected, latest.value];
  const rising = target.value > baseline.value;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = scaleLinear(rising ? [low, high] : [high, low], [SIDE, WIDTH - SIDE]);
  const [from, to, aim, now] = [x(baseline.value), x(target.value), x(expected), x(latest.value)];
  const aimWords = `目安 約${formatApproximate(expected)}${unit}`;
  const nowWords = `${latest.certainty === 'provisional' ? '速報' : '実績'} ${latest.text}`;
  const place = (words: string, middle: number, font: number, room = WIDTH): Label => {
    const shown = truncateText(words, room, font);
    const width = estimateTextWidth(shown, font);
    return { shown, width, left: Math.min(Math.max(middle - width / 2, 0), WIDTH - width) };
  };
  const draw = ({ shown, left }: Label, y: number, kind: string, font: number) =>
    `<text class="${kind}" x="${formatCoordinate(left)}" y="${y}" font-size="${font}">${escapeXml(shown)}</text>`;
  const ends = [`現状値 ${baseline.text}`, `目標値 ${target.text}`] as const;
  const isTight = estimateTextWidth(ends.join(''), SMALL) + BETWEEN > WIDTH;
  // Two that don't fit into one line are cut: the table below has them whole.
  const room = isTight ? (WIDTH - BETWEEN) / 2 : WIDTH;
  const [start, end] = apart(place(ends[0], from, SMALL, room), place(ends[1], to, SMALL, room));
  const mark = `<path class="aim" d="M${formatCoordinate(aim)} ${LINE - 6}l-7 -12h14z"/>`;
  const text = escapeXml(
    `現状値${baseline.text}から目標値${target.text}までの道のりで、${latest.period.text}の${nowWords}。同じ歩みなら${aimWords}。`,
  );
  return (
    `<svg class="stand" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${text}">` +
    `<line class="track" x1="${SIDE}" x2="${WIDTH - SIDE}" y1="${LINE}" y2="${LINE}"/>` +
    `<line class="done" x1="${formatCoordinate(from)}" x2="${formatCoordinate(now)}" y1="${LINE}" y2="${LINE}"/>` +
    `<circle class="baseline" cx="${formatCoordinate(from)}" cy="${LINE}" r="7"/>` +
    `<circle class="target" cx="${formatCoordinate(to)}" cy="${LINE}" r="8"/><circle class="target-core" cx="${formatCoordinate(to)}" cy="${LINE}" r="3"/>` +
    mark +
    `<circle class="result-dot" cx="${formatCoordinate(now)}" cy="${LINE}" r="5"/>` +
    draw(place(aimWords, aim, FONT), 34, 'label aim-label', FONT) +
    draw(place(nowWords, now, FONT), 94, 'label', FONT) +
    draw(start, 120, 'tick', SMALL) +
    draw(end, 120, 'tick', SMALL) +
    '</svg>'
  );
}
