import { near } from '../../problems/near.ts';
import { flaw, type Place } from '../../problems/problem.ts';
import { COMPONENTS } from '../components.ts';
import type { Rule } from '../rule.ts';
import type { Text } from '../texts.ts';

const TERM_LINK = /^\/glossary\/#(.*)$/;

/** Texts hold words and the components that are offered; no code, no raw HTML, no heading of the page's rank. */
export const textParts: Rule = (known, report) => {
  const { terms } = known;
  const check = ({ file, parts }: Text<unknown>) => {
    for (const { type, value, line, column } of parts) {
      const place: Place = { file, line, column, field: '' };
      if (type === 'code') report.add(place, flaw('code-in-text', { value: value.slice(0, 40) }));
      if (type === 'heading' && value === '1') report.add(place, flaw('heading-too-high'));
      const term = type === 'link' ? TERM_LINK.exec(value)?.[1] : undefined;
      if (term !== undefined && !terms.keys.has(term))
        report.add(
          place,
          flaw('unknown-reference', {
            value: term,
            what: '用語ID',
            file: terms.file,
            near: near(term, terms.keys),
          }),
        );
      if (type === 'component' && !COMPONENTS.includes(value))
        report.add(
          place,
          flaw('unknown-component', {
            value,
            near: near(value, COMPONENTS),
            components: COMPONENTS.join('、'),
          }),
        );
    }
  };
  for (const { index, bodies, texts } of known.plans) [index, ...bodies, ...texts].forEach(check);
  known.guides.forEach(check);
};
