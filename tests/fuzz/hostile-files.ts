import type { FixtureFiles } from '../support/fixture-site.ts';
import { describeFiles, HEAD, hostileTexts, type HostileCase } from './hostile-texts.ts';

const ZONES = 'data/municipalities/mihon/zones.geojson';
const CONFIG = 'site.config.json';
const SOURCES = 'data/sources.csv';

const asZones = (text: string) => ({ [ZONES]: text });
const asSources = (text: string) => ({ [SOURCES]: text });
const asFile = (path: string) => ({ [path]: 'a' });

const RING = '[[139,35],[140,35],[140,36],[139,35]]';
const createZone = (coordinates: string, type = '"Polygon"', id = '"south"') =>
  `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":${id}},"geometry":{"type":${type},"coordinates":${coordinates}}}]}`;

const settings = {
  name: '見本',
  description: '架空のサイトです。',
  site: 'https://keikaku.example',
  base: '/',
  publisher: '見本',
  contact: '',
  licence: { id: 'CC-BY-4.0', name: '見本', url: 'https://licence.example/' },
  colours: { theme: '#115a36' },
};
const asSetting =
  (key: string) =>
  (text: string): FixtureFiles => ({ [CONFIG]: JSON.stringify({ ...settings, [key]: JSON.parse(text) as unknown }) });

/** Source files that attack the program or the readers of the site. */
export const hostileFiles: readonly HostileCase<FixtureFiles>[] = [
  ...hostileTexts,
  ...describeFiles(
    'GeoJSON',
    'bad-geojson',
    asZones,
    ...['null', '[]', '1', '"a"', '{}', '{"type":"Topology"}', '{"type":"FeatureCollection"}'],
    ...['{"type":"FeatureCollection","features":{}}', '{"__proto__":{"type":"FeatureCollection","features":[]}}'],
    ...[createZone('[]'), createZone('[[[139]]]'), createZone('[["a"]]'), createZone(`[${RING}]`, '"constructor"')],
    ...[createZone(`[${RING}]`, 'null'), createZone(`[${RING}]`, '"Polygon"', '1')],
    ...[1e300, '1e999'].map((x) => createZone(`[[[${x},35],[140,35],[140,36],[${x},35]]]`)),
    ...[createZone(`${'['.repeat(5000)}${']'.repeat(5000)}`), createZone(`[${RING}]`, '"Polygon"', '{"a":1}')],
    ...[createZone(`[${RING}]`, '"Polygon"', '""'), createZone(RING), 'x'.repeat(1_000_001)],
  ),
  ...describeFiles(
    'GeoJSON',
    'bad-json',
    asZones,
    ...['', '{', '{"type":}', "{'a':1}", '{"a":1,}', '// 注\n{}', '['.repeat(100_000)],
  ),
  ...describeFiles(
    'GeoJSON',
    'open-ring',
    asZones,
    ...[
      createZone('[[[139,35],[140,35],[140,36],[139,36]]]'),
      createZone('[[[139,35],[139,35]]]'),
      createZone('[[[139,35],[139,35],[139,35],[139,35]]]'),
    ],
  ),
  ...describeFiles('GeoJSON', 'outside-japan', asZones, createZone('[[[35,139],[35,140],[36,140],[35,139]]]')),
  ...describeFiles(
    'settings',
    'bad-json',
    (text) => ({ [CONFIG]: text }),
    ...['', '{', 'null,', '{"site":NaN}', '['.repeat(50_000)],
  ),
  ...describeFiles(
    'settings',
    'bad-key',
    (text) => ({ [CONFIG]: text }),
    ...['null', '[]', '1', '"a"', `{"site":${'['.repeat(9000)}${']'.repeat(9000)}}`],
  ),
  ...describeFiles('settings', 'missing-key', (text) => ({ [CONFIG]: text }), '{}', '{"__proto__":{}}'),
  ...describeFiles(
    'settings',
    'over-limit',
    (text) => ({ [CONFIG]: text }),
    ' '.repeat(1_000_001),
    `${'{"a":'.repeat(4000)}1${'}'.repeat(4000)}`,
  ),
  ...describeFiles('settings', 'unknown-key', asSetting('constructor'), '1', 'null'),
  ...describeFiles('settings', 'unknown-key', asSetting('toString'), '{}'),
  ...describeFiles(
    'settings',
    'bad-key',
    asSetting('site'),
    ...['"javascript:alert(1)"', '"//evil.example"', '"https://"', '"ftp://a.example"', '"https://a.example/x"', '1'],
    ...['[]', '{}', 'null', '"https://a.example\\""', '"https://user:word@a.example"', '"https://a.example?x"'],
    ...['"https://a.example#x"', '"https://a b.example"'],
  ),
  ...describeFiles(
    'settings',
    'bad-key',
    asSetting('base'),
    ...['"plans"', '"/../"', '"/a/../b/"', '"//evil.example/"', '"/a b/"', '"/<x>/"', '"/a"', '1', '"/./"', '"\\\\"'],
  ),
  ...describeFiles('settings', 'bad-key', asSetting('contact'), '1', '{}', '["a"]', 'null'),
  ...describeFiles(
    'settings',
    'bad-key',
    asSetting('licence'),
    ...['{"id":"x","name":"x","url":"javascript:x"}', '"MIT"', '1'],
  ),
  ...describeFiles('settings', 'missing-key', asSetting('licence'), '{"id":"x"}'),
  ...describeFiles(
    'settings',
    'bad-key',
    asSetting('colours'),
    ...['{"theme":"red;}*{display:none"}', '{"theme":"#fff"}', '{"theme":"url(x)"}', '[]', '"#ffffff"'],
  ),
  ...describeFiles(
    'CSV quoting',
    'bad-quote',
    asSources,
    ...['出典ID,資料名\na,"市', '出典ID,資料名\na,"市"場"', '出典ID,資料名\na,"市"場,b\nc,d'],
    '出典ID,資料名\n"a,市\nb,場\n',
  ),
  ...describeFiles(
    'CSV quoting',
    'ragged-row',
    asSources,
    ...['出典ID,資料名\na,市,場', '出典ID,資料名\na', '出典ID,資料名\na,市,,,'],
    `出典ID,資料名\na${',市'.repeat(16_000)}`,
  ),
  ...describeFiles(
    'CSV headings',
    'no-heading-row',
    asSources,
    ...['市,場', '__proto__,constructor\na,b', 'a', `${'x,'.repeat(9999)}x`, 'toString\nvalueOf'],
  ),
  ...describeFiles(
    'CSV headings',
    'unknown-column',
    asSources,
    ...['出典ID,資料名,__proto__\n', '出典ID,資料名,constructor\n', '出典ID,資料名,<script>\n', '出典ID,資料名,=1\n'],
  ),
  ...describeFiles('CSV headings', 'repeated-column', asSources, '出典ID,資料名,資料名\n', '出典ID,出典ID,資料名\n'),
  ...describeFiles(
    'CSV headings',
    'other-separator',
    asSources,
    ...['出典ID;資料名\na;b', '出典ID\t資料名\na\tb', '出典ID，資料名\na，b'],
  ),
  ...describeFiles(
    'CSV size',
    'over-limit',
    asSources,
    ...[`出典ID,資料名${',x'.repeat(16_384)}\n`, `出典ID,資料名\na,${'市'.repeat(32_768)}`],
    `出典ID,資料名\na,"${'市\n'.repeat(20_000)}`,
  ),
  ...describeFiles(
    'CSV bytes',
    'nul-byte',
    asSources,
    ...['出典ID,資料名\na,市\0場', '\0出典ID,資料名\nあ,市場の広場の資料の名前'],
  ),
  ...describeFiles('CSV bytes', 'empty-file', asSources, '', '\n\n\n', '\ufeff', '"', ',,,\n,,,', ' , ,\t'),
  ...describeFiles(
    'name of a folder',
    'bad-slug',
    (name) => asFile(`data/plans/${name}/tree.csv`),
    ...['__proto__', 'CON.', 'a b', '市', 'A', '..%2f', '<x>', 'a'.repeat(65), '-a', 'con;x', 'a\u202eb', 'con', 'nul'],
  ),
  ...describeFiles(
    'name of a folder',
    'missing-file',
    (name) => asFile(`data/plans/${name}/tree.csv`),
    ...['constructor', 'tostring', 'index'],
  ),
  ...describeFiles(
    'name of a text',
    'bad-slug',
    (name) => ({ [`content/guides/${name}.mdx`]: `${HEAD}文章です。` }),
    ...['__proto__', 'A', '市', 'a b', '..', '%2e', '<x>', 'a'.repeat(65)],
  ),
  ...describeFiles(
    'name of a text',
    'reserved-name',
    (name) => ({ [`content/guides/${name}.mdx`]: `${HEAD}文章です。` }),
    'messages',
  ),
  ...describeFiles(
    'name of a file',
    'unknown-file',
    asFile,
    ...['data/__proto__.csv', 'data/sources.csv.bak', 'data/CON', 'data/plans/x.csv', 'content/constructor'],
    'data/<script>.csv',
  ),
];
