import { listTargetFigures } from '../charts/change-words.ts';
import * as picture from '../charts/link-picture.ts';
import { drawProgress } from '../charts/progress-chart.ts';
import { drawSmallOutline } from '../maps/municipality-outline.ts';
import type { Municipality } from '../model/municipality.ts';
import type { Plan } from '../model/plan.ts';
import { planStates, statisticValueStates } from '../model/value-lists.ts';
import { formatNumber } from '../notation/format.ts';
import { chooseTargetView } from '../progress/target-view.ts';
import { listCityFigures } from '../site-data/city-overview.ts';
import * as itemCounts from '../site-data/item-counts.ts';
import { listDescendants } from '../site-data/plan-item-queries.ts';
import { memoizeBySite, type SiteData } from '../site-data/site-data.ts';
import { getSiteStatistic, type SiteStatistic } from '../site-data/site-statistics.ts';
import { formatTime, formatValue, nameSubject } from '../site-data/statistic-words.ts';
import type { Indicator } from '../tables/indicators.ts';
import type { PlanItem } from '../tables/tree.ts';

/** Fewer squares say no more than the number; more are no longer seen one by one. */
const [MIN_SQUARES, MAX_PICTURE_SQUARES] = [5, 156];
/** The figures and bars that fit a picture. */
const [MAX_FIGURES, MAX_BARS] = [5, 6];

const toFigures = (counts: readonly { readonly level: string; readonly count: number }[]) =>
  counts.slice(0, MAX_FIGURES).map(({ level, count }) => ({ label: level, value: formatNumber(count) }));

/** Draws the numbers of items by level, and a square for each action or other main item. */
function drawItems({ levels }: Plan, items: readonly PlanItem[], counted: readonly PlanItem[]): picture.PictureBlock[] {
  const [figures, squares] = [toFigures(itemCounts.countByLevel(levels, items)), counted.length];
  return [
    ...(figures.length > 0 ? [picture.drawFigures(figures)] : []),
    ...(squares >= MIN_SQUARES && squares <= MAX_PICTURE_SQUARES ? [picture.drawSquares(squares)] : []),
  ];
}

/** Creates the content of a picture: what all pictures have in common, and what its kind adds. */
function createPicture(
  { site }: SiteData,
  content: Pick<picture.LinkPictureContent, 'eyebrow' | 'title'> & Partial<picture.LinkPictureContent>,
): picture.LinkPictureContent {
  const state = site.fictional ? '架空のデータです' : (content.state ?? '');
  const common = { lead: '', drawBlocks: () => [], shape: null, siteName: site.name };
  return { ...common, ...content, state, brand: site.colours.brand };
}

const describePlanState = ({ state }: Plan) => (state === 'unknown' ? '' : `計画の状態：${planStates.words[state]}`);

function createCityPicture(siteData: SiteData, city: Municipality): picture.LinkPictureContent {
  const plans = siteData.plansOf(city.id).map(({ title }) => `「${title}」`);
  const outline = siteData.outlineOf(city.id);
  return createPicture(siteData, {
    eyebrow: city.prefecture,
    title: city.title,
    lead: plans.join(''),
    drawBlocks: () => [picture.drawFigures(listCityFigures(siteData, city).slice(0, 3))],
    shape: outline && drawSmallOutline(outline, city),
  });
}

function createPlanPicture(siteData: SiteData, plan: Plan): picture.LinkPictureContent {
  const { title, prefecture } = siteData.municipality(plan.municipality);
  return createPicture(siteData, {
    // Without its label, the planned period of a plan that ended in another year would be false.
    eyebrow: `${prefecture}${title}${plan.period === null || plan.lastYear !== null ? '' : `　${plan.period}`}`,
    title: plan.title,
    drawBlocks: () => {
      const { items } = itemCounts.listMainItems(siteData.planItemsOf(plan.id));
      return drawItems(plan, itemCounts.listCountedItems(siteData, plan), items);
    },
    state: describePlanState(plan),
  });
}

function createItemPicture(siteData: SiteData, item: PlanItem): picture.LinkPictureContent {
  const plan = siteData.plan(item.plan);
  const city = siteData.municipality(item.municipality);
  return createPicture(siteData, {
    eyebrow: `${city.title}「${plan.shortTitle}」　${itemCounts.nameNumberedLevel(item)}`,
    title: item.title,
    lead: item.summary,
    drawBlocks: () =>
      drawItems(plan, listDescendants(siteData, item), itemCounts.listMainItemsBelow(siteData, item).items),
    state: describePlanState(plan),
  });
}

function drawTarget(indicator: Indicator): picture.PictureBlock[] {
  const view = chooseTargetView(indicator);
  return [
    picture.drawFigures(listTargetFigures(indicator)),
    ...(view.kind === 'progress' ? [picture.drawWideChart(drawProgress(indicator, view))] : []),
  ];
}

function createIndicatorPicture(siteData: SiteData, indicator: Indicator): picture.LinkPictureContent {
  const plan = siteData.plan(indicator.plan);
  const city = siteData.municipality(indicator.municipality);
  return createPicture(siteData, {
    eyebrow: `${city.title}「${plan.shortTitle}」の指標`,
    title: indicator.title,
    drawBlocks: () => drawTarget(indicator),
    state: describePlanState(plan),
  });
}

/**
 * Draws the latest value of each municipality, or 算定なし without a bar; nothing for more than fit, for several times
 * or for negative values.
 */
function drawLatestValues({ statistic, published, compared }: SiteStatistic): picture.PictureBlock[] {
  // An index of growth is a line, not a bar.
  const isPlain = compared.base !== null || statistic.comparison === 'none';
  const { series, unit } = isPlain ? { series: published, unit: statistic.unit } : compared;
  const latest = series.flatMap(({ title, points }) => {
    const point = points.at(-1);
    if (!point) return [];
    const text = formatValue(point, unit) || statisticValueStates.words[point.state];
    return [{ title, value: point.value, text, time: formatTime(point.period) }];
  });
  const values = latest.flatMap(({ value }) => value ?? []);
  const [time, ...otherTimes] = new Set(latest.map((one) => one.time));
  const isDrawn = latest.length <= MAX_BARS && otherTimes.length === 0 && values.every((value) => value >= 0);
  if (time === undefined || values.length === 0 || !isDrawn) return [];
  const most = Math.max(...values);
  const rows = latest.map(({ title, value, text }) => ({ title, text, share: most > 0 ? (value ?? 0) / most : 0 }));
  return [picture.drawBars(`${isPlain ? statistic.title : nameSubject(statistic)}（${time}）`, rows)];
}

function createStatisticPicture(siteData: SiteData, entry: SiteStatistic): picture.LinkPictureContent {
  const { statistic, finding } = entry;
  return createPicture(siteData, {
    eyebrow: '国の統計',
    title: statistic.title,
    lead: finding === null ? statistic.definition : `${finding}。`,
    drawBlocks: () => drawLatestValues(entry),
  });
}

/** Returns functions that create the contents of pictures, by the URL of the page: one page needs only its own. */
const linkPictures = memoizeBySite((siteData): ReadonlyMap<string, () => picture.LinkPictureContent> => {
  const { municipalities, plans, planItems, indicators, statistics } = siteData;
  return new Map([
    ...municipalities.map((city) => [city.url, () => createCityPicture(siteData, city)] as const),
    ...plans.map((plan) => [plan.url, () => createPlanPicture(siteData, plan)] as const),
    ...planItems
      .filter(siteData.hasOwnPage)
      .map((item) => [item.url, () => createItemPicture(siteData, item)] as const),
    ...indicators.map((one) => [one.url, () => createIndicatorPicture(siteData, one)] as const),
    ...statistics
      .filter(({ id }) => siteData.statisticValuesOf(id).length > 0)
      .map(({ id, url }) => [url, () => createStatisticPicture(siteData, getSiteStatistic(siteData, id))] as const),
  ]);
});

/** Draws the picture for links to all other pages: the name of the site, and what it contains. */
export function drawSitePicture(siteData: SiteData): string {
  const { site, municipalities, plans, planItems } = siteData;
  const counts = [
    { level: '市区町村', count: municipalities.length },
    { level: '計画', count: plans.length },
    { level: '計画の項目', count: planItems.length },
  ];
  const content = createPicture(siteData, {
    eyebrow: '',
    title: site.name,
    lead: site.description,
    drawBlocks: () => [picture.drawFigures(toFigures(counts))],
    shape: picture.DEFAULT_LOGO,
    siteName: site.publisher === site.name ? '' : site.publisher,
  });
  return picture.createLinkPicture(content);
}

/** Returns the path of a page's picture below the folder of pictures, without `.png`. */
const getPictureName = ({ urls }: SiteData, page: string) => page.slice(urls.home().length).replace(/\/$/, '');

/** Returns the URL and the words of the picture for links to a page; null if the page has none. */
export function getLinkPicture(siteData: SiteData, page: string): Readonly<{ url: string; alt: string }> | null {
  const { site, urls } = siteData;
  const createOwn = site.linkPictures ? linkPictures(siteData).get(page) : undefined;
  if (!createOwn) return null;
  const { eyebrow, title, lead } = createOwn();
  const alt = [eyebrow, title, lead].filter((text) => text !== '').join('　');
  return { url: urls.withBase(`/link-pictures/${getPictureName(siteData, page)}.png`), alt };
}

/** Returns the pictures for links: their paths below the folder of pictures, and what draws them as SVG. */
export function listLinkPictures(siteData: SiteData): { readonly path: string; readonly draw: () => string }[] {
  if (!siteData.site.linkPictures) return [];
  return [...linkPictures(siteData)].map(([page, createOwn]) => ({
    path: `${getPictureName(siteData, page)}.png`,
    draw: () => picture.createLinkPicture(createOwn()),
  }));
}
