import { changeKinds } from '../model/value-lists.ts';
import * as cell from './cells/cell-types.ts';
import { defineSourceTable, optionalColumn, requiredColumn, type SchemaRow, textColumn } from './table-schema.ts';

/** The 項目 of a change of an id: 対象 contains the new id, 前 the old one. */
export const ID_CHANGE_ITEM = 'IDの変更';

type IdChange = Pick<Change, 'item' | 'before' | 'subjects'>;

/** Returns a function from an earlier id to the present one; the id of the record's plan may have changed too. */
export function createIdFollower(changes: readonly IdChange[]): (id: string) => string {
  const moved = new Map(
    changes
      .filter(({ item }) => item === ID_CHANGE_ITEM)
      .map(({ before, subjects }) => [before, subjects[0] ?? before]),
  );
  const findNext = (id: string): string | undefined => {
    const [owner = '', part] = id.split('/');
    const newOwner = part === undefined ? undefined : moved.get(owner);
    return moved.get(id) ?? (newOwner === undefined ? undefined : `${newOwner}/${part ?? ''}`);
  };
  return (id) => {
    const seen = new Set<string>();
    for (let now: string | undefined = id; now !== undefined && !seen.has(now); now = findNext(now)) seen.add(now);
    return [...seen].at(-1) ?? id;
  };
}

/** Returns a function from an id to those before it, the oldest last; they may contain earlier ids of its plan. */
export function createEarlierIdLister(changes: readonly IdChange[]): (id: string) => readonly string[] {
  const rows = changes.filter(({ item }) => item === ID_CHANGE_ITEM);
  const changed = new Set(rows.map(({ before }) => before));
  const rowsById = Map.groupBy(rows, ({ subjects }) => subjects[0]);
  const listOwn = (id: string) => (rowsById.get(id) ?? []).map(({ before }) => before);
  const listInPlans = (id: string) => {
    const [plan = '', part] = id.split('/');
    const ids = part === undefined ? [] : listOwn(plan).map((earlier) => `${earlier}/${part}`);
    return [id, ...ids.filter((one) => !changed.has(one))];
  };
  return (id) => [id, ...listOwn(id)].flatMap(listInPlans).slice(1);
}

/** The 項目 of a plan that replaces another: 対象 contains the new plan's id, 前 that of the other. */
export const PLAN_REPLACEMENT_ITEM = '計画の入れかえ';

/** Returns the ids of what a change is about, which includes the plan that is replaced. */
export const listChangedIds = ({ item, subjects, before }: Change): readonly string[] =>
  item === PLAN_REPLACEMENT_ITEM ? [...subjects, before] : subjects;

const joinTexts = (texts: readonly string[], separator: string) => texts.filter((text) => text !== '').join(separator);

/** Returns a change in one line: before, after and reason. `getTitle` names a replaced plan and the new one. */
export function describeChange(change: Change, getTitle: (id: string) => string): string {
  const { item, subjects, before, after, reason } = change;
  const old = item === PLAN_REPLACEMENT_ITEM ? getTitle(before) : before;
  const [subject = ''] = subjects;
  const next = item === PLAN_REPLACEMENT_ITEM && ['', subject].includes(after) ? getTitle(subject) : after;
  const now = item === ID_CHANGE_ITEM ? subject : next;
  const values = old !== '' && now === '' ? `前：${old}` : joinTexts([old, now], ' → ');
  return joinTexts([values, reason && `理由：${reason}`], '。').replace('。。', '。');
}

export const changesTable = defineSourceTable({
  path: 'data/changes.csv',
  title: '更新履歴',
  columns: {
    日付: requiredColumn('date', cell.requiredDate()),
    対象: optionalColumn('subjects', cell.idList(), { references: 'any' }),
    項目: requiredColumn('item', cell.requiredText(), { role: 'other' }),
    前: optionalColumn('before', cell.optionalValueText(), { role: 'other' }),
    後: optionalColumn('after', cell.optionalValueText(), { role: 'other' }),
    理由: textColumn('reason'),
    出典ID: optionalColumn('sources', cell.slugList(), { references: 'sources' }),
    種類: optionalColumn('kind', cell.optionalChoice(changeKinds.words)),
  },
});

/** A row of changes.csv with an id: its day, and its number among the rows of that day. */
export type Change = SchemaRow<(typeof changesTable)['columns']> & { readonly id: string };

/** True for a change of only the site's wording: readers look for others first. Without a kind it counts as another. */
export const isTextChange = ({ kind }: Pick<Change, 'kind'>): boolean => kind === 'text';

/** Returns the first of some changes that is not only of the site's wording; the first one if all are. */
export const findMainChange = <T extends Pick<Change, 'kind'>>(changes: readonly T[]): T | undefined =>
  changes.find((change) => !isTextChange(change)) ?? changes[0];
