import { formatCount } from '../notation/format.ts';
import { filterCityResults } from '../progress/latest-result.ts';
import { describeAxisStart, describeIndicatorChart, drawIndicatorChart } from '../charts/indicator-chart.ts';
import { createChartPicture } from '../charts/chart-picture.ts';
import { describeSchematic, drawZoneMap } from '../maps/zone-map.ts';
import type { Indicator } from '../tables/indicators.ts';
import type { SourceCitation } from '../model/identifiers.ts';
import type { Municipality } from '../model/municipality.ts';
import { formatSourceList, listIndicatorSources, listZoneSources } from '../site-data/source-citations.ts';
import { getMunicipalityWord } from '../site-data/site-size.ts';
import type { SiteData } from '../site-data/site-data.ts';
import { formatLicence } from './citation-formats.ts';

const PACE_NOTE = '点線：現状値から目標値へ同じ歩みで進んだ場合の道のり（実績ではありません）';

/** Returns the lines below every picture: the sources, the page, the version and the terms of use. */
function listFooterLines(siteData: SiteData, sources: readonly SourceCitation[], url: string): string[] {
  const { site, urls, version } = siteData;
  return [
    `出典：${formatSourceList(siteData, sources).join('、')}`,
    `作図：${site.name} ${urls.absolute(url)}`,
    `データの版：${version}　利用条件：${formatLicence(site.licence.id)}（${site.licence.name}）`,
    ...(site.fictional ? ['この図の内容は、すべて架空です。'] : []),
  ];
}

/** Draws the chart of an indicator for download; null if the indicator has no chart. */
export function drawIndicatorPicture(siteData: SiteData, indicator: Indicator): string | null {
  const observations = siteData.observationsOf(indicator.id);
  const targets = siteData.targetsOf(indicator.id);
  const chart = drawIndicatorChart(indicator, observations, 'wide', targets);
  if (chart === null) return null;
  const { title, municipality, plan, url } = indicator;
  const axisStart = describeAxisStart(indicator, observations, targets);
  const results = filterCityResults(observations);
  const lineNotes = [
    ...(results.length > 0 ? ['実線：実績'] : []),
    ...(results.some(({ certainty }) => certainty === 'provisional') ? ['○ 速報'] : []),
  ];
  return createChartPicture(chart, {
    title,
    owner: `${siteData.municipality(municipality).title}「${siteData.plan(plan).shortTitle}」`,
    description: describeIndicatorChart(indicator, observations, targets),
    notes: [['● 現状値', '◎ 目標値', ...lineNotes].join('　'), PACE_NOTE, ...(axisStart === null ? [] : [axisStart])],
    foot: listFooterLines(siteData, listIndicatorSources(siteData, indicator), url),
    brand: siteData.site.colours.brand,
  });
}

/** Draws the map of a municipality's zones for download; null if it has no map. */
export function drawZonesPicture(siteData: SiteData, { id, title, prefecture }: Municipality): string | null {
  const outlines = siteData.municipalityOutlines.find(({ municipality }) => municipality === id);
  if (!outlines) return null;
  const zones = siteData.zonesOf(id);
  const marks = zones.map((zone) => ({ id: zone.id, title: zone.title, url: '' }));
  const { schematic } = outlines;
  return createChartPicture(drawZoneMap(outlines, marks, title, 'plain'), {
    title: `${title}の地域`,
    owner: `${prefecture}${title}`,
    description: `${title}の${formatCount(zones.length)}の地域：${zones.map((zone) => zone.title).join('、')}`,
    notes: [schematic ? describeSchematic(siteData.site.name, getMunicipalityWord(siteData)) : '上が北です。'],
    foot: listFooterLines(siteData, listZoneSources(zones), siteData.urls.zones(id)),
    brand: siteData.site.colours.brand,
  });
}
