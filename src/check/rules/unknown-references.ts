import { near } from '../../problems/near.ts';
import { flaw, type Place } from '../../problems/problem.ts';
import type { Report } from '../report.ts';
import type { Known, Rule } from '../rule.ts';

/** A list of ids that cells may mention. */
interface Register {
  readonly what: string;
  readonly file: string;
  readonly ids: ReadonlySet<string>;
}

type Mention = (place: Place, value: string | null) => void;

function mentionIn({ what, file, ids }: Register, report: Report): Mention {
  return (place, value) => {
    if (value !== null && !ids.has(value))
      report.add(place, flaw('unknown-reference', { value, what, file, near: near(value, ids) }));
  };
}

/** Ids of everything that a change may be about. */
function everything(known: Known): Set<string> {
  const ids = new Set([...known.municipalities.keys, ...known.planIds]);
  for (const table of [known.themes, known.terms, known.departments, known.sources])
    for (const id of table.keys) ids.add(id);
  for (const { id, tree, indicators } of known.plans) {
    for (const code of tree.keys) ids.add(`${id}/${code}`);
    for (const slug of indicators.keys) ids.add(`${id}/${slug}`);
  }
  for (const { municipality, zones } of known.zones)
    for (const slug of zones.keys) ids.add(`${municipality}/${slug}`);
  return ids;
}

/** Ids that a cell or a front matter mentions exist: municipalities, themes, departments, sources, zones, changes. */
export const unknownReferences: Rule = (known, report) => {
  const { municipalities, themes, departments, sources } = known;
  const city = mentionIn({ what: '市区町村ID', file: municipalities.file, ids: municipalities.keys }, report);
  const theme = mentionIn({ what: 'テーマID', file: themes.file, ids: themes.keys }, report);
  const department = mentionIn({ what: '部署ID', file: departments.file, ids: departments.keys }, report);
  const source = mentionIn({ what: '出典ID', file: sources.file, ids: sources.keys }, report);
  const anything = mentionIn({ what: 'ID', file: 'data/', ids: everything(known) }, report);
  const each = (values: readonly string[], mention: Mention, place: Place) => {
    for (const value of values) mention(place, value);
  };

  for (const { value, at } of municipalities.rows) each(value.sources, source, at('出典ID'));
  for (const { value, at } of departments.rows) city(at('市区町村ID'), value.municipality);
  for (const { value, at } of sources.rows) city(at('市区町村ID'), value.municipality);
  // What a plan holds is not known where its introduction can't be read; that is told there, and once.
  const read = new Set(known.plans.map(({ id }) => id));
  const isUnread = (id: string) => {
    const [plan = '', inside] = id.split('/');
    return inside !== undefined && known.planIds.has(plan) && !read.has(plan);
  };
  for (const { value, at } of known.changes.rows) {
    const targets = value.targets.filter((id) => !isUnread(id));
    each(targets, anything, at('対象'));
    each(value.sources, source, at('出典ID'));
  }
  for (const { municipality, zones } of known.zones) {
    city({ file: zones.file, line: 1, column: 1, field: '' }, municipality);
    for (const { value, at } of zones.rows) source(at('出典ID'), value.source);
  }
  for (const { index, tree, indicators, observations, targets, relatedPlans, bodies, texts } of known.plans) {
    city(index.at('municipality'), index.front.municipality);
    source(index.at('source'), index.front.source);
    for (const { value, at } of tree.rows) {
      each(value.themes, theme, at('テーマ'));
      each(value.departments, department, at('担当'));
      source(at('出典ID'), value.source);
    }
    for (const { value, at } of [
      ...indicators.rows,
      ...observations.rows,
      ...targets.rows,
      ...relatedPlans.rows,
    ])
      source(at('出典ID'), value.source);
    for (const { front, at } of [...bodies, ...texts]) source(at('source'), front.source ?? null);
    const slug = mentionIn({ what: '指標ID', file: indicators.file, ids: indicators.keys }, report);
    for (const { value, at } of [...observations.rows, ...targets.rows]) slug(at('指標ID'), value.indicator);
    const own = known.zones.find((one) => one.municipality === index.front.municipality)?.zones;
    const zone = mentionIn(
      {
        what: '地域ID',
        file: `data/municipalities/${index.front.municipality}/zones.csv`,
        ids: own?.keys ?? new Set(),
      },
      report,
    );
    for (const { value, at } of observations.rows) zone(at('地域ID'), value.zone);
  }
};
