import { MOVED } from '../../model/change.ts';
import { CODE, ID_LENGTH, SLUG } from '../../model/id.ts';
import { flaw } from '../../problems/problem.ts';
import { everything } from '../everything.ts';
import type { Rule } from '../rule.ts';

const isId = (text: string) => text.length <= ID_LENGTH && (SLUG.test(text) || CODE.test(text));

/** True where an id has as many parts as another, each as ids are written. */
function isLike(id: string, other: string): boolean {
  const parts = id.split('/');
  return parts.length === other.split('/').length && parts.every(isId);
}

/**
 * A row about an id that is another now names the one new id and the old one, which nothing else and no other row may
 * have: its old address sends readers on.
 */
export const movedIds: Rule = (known, report) => {
  const { keys } = everything(known);
  const lines = new Map<string, number>();
  for (const { value, at } of known.changes.rows) {
    if (value.item !== MOVED) continue;
    const { targets, before } = value;
    const [now, ...others] = targets;
    if (now === undefined || others.length > 0)
      report.add(at('対象'), flaw('moved-without-target', { value: targets.join(';'), item: MOVED }));
    else if (!isLike(before, now)) report.add(at('前'), flaw('bad-old-id', { value: before, now }));
    else if (keys.has(before)) report.add(at('前'), flaw('old-id-in-use', { value: before }));
    const place = at('前');
    const line = lines.get(before);
    if (line !== undefined) report.add(place, flaw('repeated-old-id', { value: before, line }));
    else if (before !== '') lines.set(before, place.line);
  }
};
