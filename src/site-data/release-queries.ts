import type { ReleaseChange } from '../model/data-release.ts';
import { compareCodeUnits } from '../model/japanese-text.ts';
import { listKeys, releaseChangeKinds } from '../model/value-lists.ts';
import { createIdFollower } from '../tables/changes.ts';
import { memoizeBySite, type SiteData } from './site-data.ts';

/** A change with the present ids of its records, and as its release has it. */
export type PresentChange = ReleaseChange & Readonly<{ released: ReleaseChange }>;

/** The changes of one kind in one release and one municipality. */
export interface ChangeGroup extends Pick<ReleaseChange, 'release' | 'date' | 'municipality' | 'kind'> {
  /** The anchor of the group on `/changes/`. */
  readonly id: string;
  readonly changes: readonly PresentChange[];
}

const kinds = listKeys(releaseChangeKinds.words);

/** Returns the anchor of a change's group on `/changes/`. It stays if the id of the municipality changes. */
export const getGroupId = ({ released: { release, municipality, kind } }: PresentChange): string =>
  `${release}-${municipality}-${kind}`;

/** Groups changes by release (the latest first), municipality and kind. */
export function groupReleaseChanges(changes: readonly PresentChange[]): ChangeGroup[] {
  const groups = [...Map.groupBy(changes, getGroupId)].flatMap(([id, own]) =>
    own
      .slice(0, 1)
      .map(({ release, date, municipality, kind }) => ({ id, release, date, municipality, kind, changes: own })),
  );
  return groups.sort(
    (a, b) =>
      compareCodeUnits(b.date, a.date) ||
      compareCodeUnits(a.municipality, b.municipality) ||
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind),
  );
}

/** Returns the changes of all releases, the latest first, with the present ids of their records. */
export const listReleaseChanges = memoizeBySite(({ releases, changes }): readonly PresentChange[] => {
  const follow = createIdFollower(changes);
  return releases
    .flatMap((one) => one.changes)
    .map((released) => ({
      ...released,
      record: follow(released.record),
      municipality: follow(released.municipality),
      plan: released.plan && follow(released.plan),
      zone: released.zone && follow(released.zone),
      sources: released.sources.map(follow),
      released,
    }));
});

const changesByRecord = memoizeBySite((siteData) => Map.groupBy(listReleaseChanges(siteData), ({ record }) => record));

/** Returns the changes of a record, the latest first. */
export const listChangesOf = (siteData: SiteData, record: string): readonly PresentChange[] =>
  changesByRecord(siteData).get(record) ?? [];

/** Returns an indicator's lowered targets, and the next change of each, unless that lowered it too. */
export function listLoweredTargets(changes: readonly PresentChange[]) {
  // The target or result that changed: the kind without what happened, and the time.
  const getSubject = ({ kind, period }: PresentChange) => kind.replace(/-[a-z]+$/, period);
  return changes.flatMap((change, index) => {
    if (!change.kind.endsWith('target-lowered')) return [];
    const next = changes.slice(0, index).findLast((one) => getSubject(one) === getSubject(change));
    return [{ ...change, next: next?.kind === change.kind ? null : next }];
  });
}

/** Returns what happened to a record, with the time of a result: `令和6年度の実績を直した`. */
export const describeKind = ({ kind, period }: Pick<ReleaseChange, 'kind' | 'period'>): string =>
  `${period === '' ? '' : `${period}の`}${releaseChangeKinds.words[kind]}`;

/** True for a record that left the site: changes.csv can't name it. The values of a statistic say that it left. */
export const isRecordGone = (
  { statistics }: Pick<SiteData, 'statistics'>,
  { kind, record }: Pick<ReleaseChange, 'kind' | 'record'>,
): boolean => kind === 'removed' || (kind === 'statistic-removed' && statistics.every(({ id }) => id !== record));

/** Returns the id that changes.csv has for a change; for a record that is gone, the id of its plan or municipality. */
export const getReasonSubject = (
  siteData: Pick<SiteData, 'statistics'>,
  change: Pick<ReleaseChange, 'kind' | 'record' | 'plan' | 'municipality'>,
): string => (isRecordGone(siteData, change) ? (change.plan ?? change.municipality) : change.record);

/** Returns the plan of a change if another plan of the municipality has a record of the same title; else empty. */
export function nameChangedPlan(siteData: SiteData, { municipality, plan, title }: ReleaseChange): string {
  const { plansOf, indicatorsOf, planItemsOf } = siteData;
  const hasTitle = (id: string) => [indicatorsOf(id), planItemsOf(id)].flat().some((one) => one.title === title);
  const isShared = plansOf(municipality).some(({ id }) => id !== plan && hasTitle(id));
  return isShared ? (plansOf(municipality).find(({ id }) => id === plan)?.shortTitle ?? '') : '';
}

/** Returns the name of the zone of a value, the last one if the zone was removed; empty for a value without a zone. */
export const nameChangedZone = (siteData: SiteData, { zone }: Pick<ReleaseChange, 'zone'>): string =>
  zone === null
    ? ''
    : (siteData.zones.find(({ id }) => id === zone)?.title ?? listChangesOf(siteData, zone)[0]?.title ?? zone);

/** Returns the 項目 of the row that asks for the reason of a change: what happened, and what its row's id can't name. */
export function getReasonItem(
  siteData: SiteData,
  change: Pick<ReleaseChange, 'kind' | 'period' | 'zone' | 'municipality' | 'record' | 'title'>,
): string {
  // The id of an indicator names no zone, and that of a statistic no municipality, or the other way round.
  const isStatistic = change.kind.startsWith('statistic-');
  const city = siteData.municipalities.find(({ id }) => isStatistic && id === change.municipality);
  const statistic = isStatistic && isRecordGone(siteData, change) ? change.title : undefined;
  const whose = statistic ?? city?.title ?? nameChangedZone(siteData, change);
  return `${describeKind(change)}${whose === '' ? '' : `（${whose}）`}`;
}

/** Returns a change in a line: its record, plan, zone, both values, unless its name is the only one, the reason. */
export function describeReleaseChange(siteData: SiteData, change: ReleaseChange): string {
  const { title, period, before, after, reason } = change;
  const values = [before, after].filter((text) => text !== '').join(' → ');
  const parts = [nameChangedPlan(siteData, change), nameChangedZone(siteData, change), period];
  const which = parts.filter((text) => text !== '').join('、');
  const what = values === '' || values === title ? '' : `：${values}${after === '' ? ' → なし' : ''}`;
  return `${title}${which === '' ? '' : `（${which}）`}${what}${reason === '' ? '' : `。理由：${reason}`}`;
}
