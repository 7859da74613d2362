import type { RatingBand } from './band.ts';
import type { ProgressStatus } from './progress.ts';

/** Where each state stands between the best one and the worst. */
const PLACES: Readonly<Record<Exclude<ProgressStatus, 'not-rated'>, number>> = {
  achieved: 0,
  'on-track': 0,
  'slightly-behind': 0.5,
  behind: 0.75,
  worse: 1,
  missed: 1,
};

/** How far apart, as a part of the whole list, two places must be for readers to wonder why. */
const APART = 0.4;

/**
 * True where the common method and a plan's own see an indicator differently: the place of the state between the best
 * and the worst, and that of the symbol among the plan's symbols, are far apart. What a city typed is not compared,
 * because symbols such as 始めていない stand in no order.
 * @param band the band that was met
 * @param bands all bands of the plan, in their order, the best one first
 */
export function methodsDisagree(
  status: ProgressStatus,
  band: RatingBand,
  bands: readonly RatingBand[],
): boolean {
  if (status === 'not-rated' || band.scale === 'typed') return false;
  const symbols = [...new Set(bands.filter(({ scale }) => scale !== 'typed').map(({ symbol }) => symbol))];
  if (symbols.length < 2) return false;
  const place = symbols.indexOf(band.symbol) / (symbols.length - 1);
  return Math.abs(place - PLACES[status]) >= APART;
}
