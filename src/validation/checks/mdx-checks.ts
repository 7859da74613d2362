import { suggestChoice } from '../../diagnostics/suggest-choice.ts';
import { createIssue, type Location } from '../../diagnostics/diagnostic.ts';
import { createPageLookup } from '../page-lookup.ts';
import type { SiteCheck, ValidationContext } from '../validation-context.ts';
import { decodeText } from '../../input/text-decoding.ts';
import {
  findBrokenCharacter,
  findForbiddenText,
  findFormulaStart,
  findPlatformCharacters,
} from '../../tables/cells/character-issues.ts';
import type { DiagnosticReport } from '../../diagnostics/diagnostic-report.ts';
import { MDX_COMPONENTS, type MdxDocument } from '../mdx-document.ts';

/** A body stands beside a node that has a page to show it. */
export const checkTextBodies: SiteCheck = (known, report) => {
  for (const { tree, bodies: texts } of known.plans) {
    const rows = tree.rows.map(({ fields }) => fields);
    const { findPage } = createPageLookup(rows);
    for (const { slug, file } of texts) {
      const place = { file, line: 1, column: 1, field: '' };
      if (!tree.keys.has(slug) && !tree.unread)
        report.add(
          place,
          createIssue('body-without-node', { value: slug, near: suggestChoice(slug, tree.keys) }),
        );
      else if (rows.some(({ code }) => code === slug) && findPage(slug) !== slug)
        report.add(place, createIssue('body-without-page', { value: slug, near: findPage(slug) ?? '' }));
    }
  }
};

/** How a plan prints its numbers is given as printed, ① and all. */
const AS_PRINTED = 'numbers';

/** Front matter is published in tables too, so that it is held to what a cell is. */
function checkFront(
  { front, locate }: MdxDocument<Readonly<Record<string, unknown>>>,
  report: DiagnosticReport,
): void {
  for (const [key, given] of Object.entries(front)) {
    if (key === AS_PRINTED) continue;
    const values: readonly unknown[] = Array.isArray(given) ? given : [given];
    for (const value of values) {
      if (typeof value !== 'string') continue;
      const fault = findFormulaStart(value) ?? findForbiddenText(value);
      if (fault) report.add(locate(key), fault);
      for (const { flaw } of findPlatformCharacters(value)) report.add(locate(key), flaw);
    }
  }
}

function checkBody(file: string, bytes: Uint8Array, report: DiagnosticReport): void {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return;
  const lines = decoded.text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  lines.forEach((text, index) => {
    if (index <= end) return;
    const broken = findBrokenCharacter(text);
    for (const found of [...(broken ? [broken] : []), ...findPlatformCharacters(text)]) {
      const column = [...text.slice(0, found.index)].length + 1;
      report.add({ file, line: index + 1, column, field: '' }, found.flaw);
    }
  });
}

function checkTexts(
  texts: readonly MdxDocument<Readonly<Record<string, unknown>>>[],
  known: ValidationContext,
  report: DiagnosticReport,
) {
  for (const text of texts) {
    checkFront(text, report);
    checkBody(text.file, known.folder.readBytes(text.file), report);
  }
}

/** What is true for the characters of cells is true for texts: none that can't be seen, and none of one machine alone. */
export const checkMdxCharacters: SiteCheck = (known, report) => {
  for (const { index, bodies, texts } of known.plans) checkTexts([index, ...bodies, ...texts], known, report);
  checkTexts(known.guides, known, report);
};

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
