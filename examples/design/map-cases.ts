import { drawJapanMap, type MapCity } from '../../src/maps/japan-map.ts';
import { type MapZone, type ZoneScale, drawZoneMap } from '../../src/maps/zone-map.ts';
import type { ZoneOutlineSet } from '../../src/tables/zones.ts';
import type { ChartCase, CaseSeries } from './chart-case.ts';

const square = (x: number, y: number, wide = 1): [number, number][] => [
  [x, y],
  [x + wide, y],
  [x + wide, y + 1],
  [x, y + 1],
  [x, y],
];

/** Four made-up zones in two rows. */
const four: ZoneOutlineSet = {
  municipality: 'gallery',
  schematic: true,
  outlines: [
    { zone: 'gallery/a', polygons: [[square(0, 1)]] },
    { zone: 'gallery/b', polygons: [[square(1, 1)]] },
    { zone: 'gallery/c', polygons: [[square(0, 0)]] },
    { zone: 'gallery/d', polygons: [[square(1, 0)]] },
  ],
};

/** A wide zone, a narrow zone, and a zone of two pieces with a hole. */
const odd: ZoneOutlineSet = {
  municipality: 'gallery',
  schematic: true,
  outlines: [
    { zone: 'gallery/a', polygons: [[square(0, 1, 4)]] },
    { zone: 'gallery/b', polygons: [[square(0, 0, 0.4)]] },
    {
      zone: 'gallery/c',
      polygons: [
        [
          square(0.4, 0, 2),
          [
            [1, 0.4],
            [1, 0.6],
            [1.4, 0.6],
            [1.4, 0.4],
            [1, 0.4],
          ],
        ],
        [square(3, 0)],
      ],
    },
  ],
};

type Figure = readonly [title: string, value?: number | null, text?: string];

const zones = (
  id: string,
  title: string,
  outlines: ZoneOutlineSet,
  figures: readonly Figure[],
  scale: ZoneScale = 'colour',
): ChartCase => ({
  id: `zones-${id}`,
  title,
  draw: () => {
    const mapZones = figures.map(([name, value, text], at): MapZone => {
      const mark = { id: outlines.outlines[at]?.zone ?? '', title: name, url: `#zones-${id}` };
      return value === undefined ? mark : { ...mark, value, ...(text === undefined ? {} : { text }) };
    });
    return drawZoneMap(outlines, mapZones, `架空の地域：${title}`, `gallery-${id}`, scale);
  },
});

/** Cases of the zone map. */
export const zoneSeries: CaseSeries = {
  id: 'zones',
  title: '地域の地図',
  description:
    '割合は色で、緑が強いほど値が大きく、数は円の面積で示します。斜線は値のない地域、点線の円は負の値です。どの地域も架空です。',
  cases: [
    zones('plain', '値のない模式図', four, [['北部'], ['東部'], ['西部'], ['南部']]),
    zones('figures', '値で色をつける', four, [
      ['北部', 62, '62%'],
      ['東部', 55, '55%'],
      ['西部', 48, '48%'],
      ['南部', 71, '71%'],
    ]),
    zones('lacking', '値のない地域がある', four, [
      ['北部', 62, '62%'],
      ['東部', null],
      ['西部', 48, '48%'],
      ['南部', null],
    ]),
    zones('same', 'どの地域も同じ値', four, [
      ['北部', 50, '50%'],
      ['東部', 50, '50%'],
      ['西部', 50, '50%'],
      ['南部', 50, '50%'],
    ]),
    zones(
      'negative',
      '数は円、負の値と0がある',
      four,
      [
        ['北部', -12, '−12人'],
        ['東部', 8, '8人'],
        ['西部', 0, '0人'],
        ['南部', -3, '−3人'],
      ],
      'circle',
    ),
    zones('odd', '細い地域、はなれた地域、長い名前', odd, [
      ['東西に長い地域の名前がとても長い場合の見本'],
      ['細い地域'],
      ['穴のある地域'],
    ]),
  ],
};

const japan = (id: string, title: string, cities: readonly MapCity[]): ChartCase => ({
  id: `japan-${id}`,
  title,
  draw: () => drawJapanMap(cities) ?? '',
});
const city = (title: string, latitude: number, longitude: number): MapCity => ({
  title,
  latitude,
  longitude,
});

/** Cases of the map of Japan. */
export const japanSeries: CaseSeries = {
  id: 'japan',
  title: '市の場所',
  description: '点は市役所の場所です。ここにある市は、どれも架空です。',
  cases: [
    japan('close', 'となりあう市', [
      city('架空市', 35.8, 139.7),
      city('見本市', 35.85, 139.8),
      city('例示市', 35.7, 139.75),
    ]),
    japan('far', '遠くはなれた市', [city('北の架空市', 43.1, 141.3), city('南の架空市', 31.6, 130.6)]),
    japan('none', '場所がわからない（図は描きません）', []),
  ],
};
