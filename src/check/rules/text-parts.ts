import { near } from '../../problems/near.ts';
import { flaw, type Place } from '../../problems/problem.ts';
import { COMPONENTS } from '../components.ts';
import type { Known, Rule } from '../rule.ts';
import type { Text } from '../texts.ts';

/** Ids of all indicators, for the component that shows one. */
function indicatorIds(known: Known): Set<string> {
  return new Set(
    known.plans.flatMap(({ id, indicators }) => [...indicators.keys].map((slug) => `${id}/${slug}`)),
  );
}

/**
 * Texts hold words and the components that are offered; no code, no raw HTML, no images, no
 * heading of the page's rank.
 */
export const textParts: Rule = (known, report) => {
  const indicators = indicatorIds(known);
  const unread = known.plans.filter((plan) => plan.indicators.unread).map(({ id }) => `${id}/`);
  const check = ({ file, parts }: Text<unknown>) => {
    for (const { type, value, attributes, line, column } of parts) {
      const place: Place = { file, line, column, field: '' };
      if (type === 'code') report.add(place, flaw('code-in-text', { value: value.slice(0, 40) }));
      if (type === 'image') report.add(place, flaw('image-in-text', { value: value.slice(0, 60) }));
      if (type === 'heading' && value === '1') report.add(place, flaw('heading-too-high'));
      if (type === 'component' && !COMPONENTS.includes(value))
        report.add(
          place,
          flaw('unknown-component', {
            value,
            near: near(value, COMPONENTS),
            components: COMPONENTS.join('、'),
          }),
        );
      const id = attributes.id ?? '';
      if (
        type === 'component' &&
        value === 'Indicator' &&
        !indicators.has(id) &&
        !unread.some((plan) => id.startsWith(plan))
      )
        report.add(place, flaw('unknown-indicator', { value: id, near: near(id, indicators) }));
    }
  };
  for (const { index, bodies, texts } of known.plans) [index, ...bodies, ...texts].forEach(check);
  known.guides.forEach(check);
};
