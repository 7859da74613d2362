import { ID_CHANGE_ITEM } from '../../model/change.ts';
import { CODE_PATTERN, MAX_ID_LENGTH, SLUG_PATTERN } from '../../model/id.ts';
import { createIssue } from '../../problems/problem.ts';
import { collectIds } from '../everything.ts';
import type { SiteCheck } from '../rule.ts';

const isId = (text: string) =>
  text.length <= MAX_ID_LENGTH && (SLUG_PATTERN.test(text) || CODE_PATTERN.test(text));

/** True where an id has as many parts as another, each as ids are written. */
function isLike(id: string, other: string): boolean {
  const parts = id.split('/');
  return parts.length === other.split('/').length && parts.every(isId);
}

/**
 * A row about an id that is another now names the one new id and the old one, which nothing else and no other row may
 * have: its old address sends readers on.
 */
export const checkMovedIds: SiteCheck = (known, report) => {
  const { keys } = collectIds(known);
  const lines = new Map<string, number>();
  for (const { fields, locate } of known.changes.rows) {
    if (fields.item !== ID_CHANGE_ITEM) continue;
    const { targets, before } = fields;
    const [now, ...others] = targets;
    if (now === undefined || others.length > 0)
      report.add(
        locate('対象'),
        createIssue('moved-without-target', { value: targets.join(';'), item: ID_CHANGE_ITEM }),
      );
    else if (!isLike(before, now))
      report.add(locate('前'), createIssue('bad-old-id', { value: before, now }));
    else if (keys.has(before)) report.add(locate('前'), createIssue('old-id-in-use', { value: before }));
    const place = locate('前');
    const line = lines.get(before);
    if (line !== undefined) report.add(place, createIssue('repeated-old-id', { value: before, line }));
    else if (before !== '') lines.set(before, place.line);
  }
};
