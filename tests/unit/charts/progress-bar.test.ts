import { describe, expect, test } from 'vitest';
import { drawProgressBar } from '../../../src/charts/progress-bar.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';

const town = openSharedSite(EXAMPLE_SITE);

function drawn(id: string): string | null {
  const indicator = town.indicators.find((one) => one.id === id);
  const [common] = town.ratingsOf(id);
  return indicator && common ? drawProgressBar(indicator, common) : 'no such indicator';
}

/** Returns the x coordinate of a marker, in pixels. */
function middle(svg: string | null, kind: string): number {
  return Number(new RegExp(`class="${kind}" cx="([\\d.]+)"`).exec(svg ?? '')?.[1]);
}
const aim = (svg: string | null) => Number(/class="aim" d="M([\d.]+) /.exec(svg ?? '')?.[1]);

describe('the progress bar', () => {
  test('has the baseline on the left and the target on the right, even if less is better', () => {
    for (const id of ['mihon-sogo/sns-followers', 'mihon-sogo/wait-time']) {
      const svg = drawn(id);
      expect(middle(svg, 'baseline')).toBeLessThan(middle(svg, 'target'));
    }
  });

  test('shows whether a result is ahead of the expected value or behind it', () => {
    const [ahead, behind] = [drawn('mihon-minato/ships'), drawn('mihon-sogo/wait-time')];
    expect(middle(ahead, 'result-dot')).toBeGreaterThan(aim(ahead));
    expect(middle(behind, 'result-dot')).toBeLessThan(aim(behind));
  });

  test('shows a result worse than the baseline on the left of it', () => {
    const svg = drawn('mihon-tsunagari/watching');
    expect(middle(svg, 'result-dot')).toBeLessThan(middle(svg, 'baseline'));
  });

  test('has a description', () => {
    expect(drawn('mihon-tsunagari/events')).toContain(
      'aria-label="現状値40%から目標値50%までの道のりで、令和7年度の実績 38%。同じ歩みなら目安 約46%。"',
    );
    expect(drawn('mihon-sogo/sns-followers')).toContain('速報 17.0千人');
  });

  test.each(['same-day-answers', 'women-members', 'phone-lessons', 'example-users', 'forecast-readers'])(
    'is null for %s, which has no values, no result or no period',
    (slug) => {
      expect(drawn(`mihon-sogo/${slug}`)).toBeNull();
    },
  );
});
