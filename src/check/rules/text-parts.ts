import { suggestChoice } from '../../problems/near.ts';
import { createIssue, type Location } from '../../problems/problem.ts';
import { MDX_COMPONENTS } from '../components.ts';
import type { ValidationContext, SiteCheck } from '../rule.ts';
import type { MdxDocument } from '../texts.ts';

/** Ids of all indicators, for the component that shows one. */
function indicatorIds(known: ValidationContext): Set<string> {
  return new Set(
    known.plans.flatMap(({ id, indicators }) => [...indicators.keys].map((slug) => `${id}/${slug}`)),
  );
}

/**
 * Texts hold words and the components that are offered; no code, no raw HTML, no images, no
 * heading of the page's rank.
 */
export const checkMdxContent: SiteCheck = (known, report) => {
  const indicators = indicatorIds(known);
  const unread = known.plans.filter((plan) => plan.indicators.unread).map(({ id }) => `${id}/`);
  const check = ({ file, parts }: MdxDocument<unknown>) => {
    for (const { type, value, attributes, line, column } of parts) {
      const place: Location = { file, line, column, field: '' };
      if (type === 'code') report.add(place, createIssue('code-in-text', { value: value.slice(0, 40) }));
      if (type === 'image') report.add(place, createIssue('image-in-text', { value: value.slice(0, 60) }));
      if (type === 'heading' && value === '1') report.add(place, createIssue('heading-too-high'));
      if (type === 'component' && !MDX_COMPONENTS.includes(value))
        report.add(
          place,
          createIssue('unknown-component', {
            value,
            near: suggestChoice(value, MDX_COMPONENTS),
            components: MDX_COMPONENTS.join('、'),
          }),
        );
      const id = attributes.id ?? '';
      if (
        type === 'component' &&
        value === 'Indicator' &&
        !indicators.has(id) &&
        !unread.some((plan) => id.startsWith(plan))
      )
        report.add(
          place,
          createIssue('unknown-indicator', { value: id, near: suggestChoice(id, indicators) }),
        );
    }
  };
  for (const { index, bodies, texts } of known.plans) [index, ...bodies, ...texts].forEach(check);
  known.guides.forEach(check);
};
