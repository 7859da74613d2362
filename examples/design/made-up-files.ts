/*
 * The files of two made-up cities, as staff would write them, for the examples of components. Long names, uneven plans
 * and missing values make a record for every hard case; the name of one action looks like HTML.
 */

const LONG = '市民のみなさまと力を合わせて進める、だれにとってもわかりやすく届きやすい情報の発信と対話の場づくり';

const text = (front: Readonly<Record<string, unknown>>, body: string) =>
  `---\n${JSON.stringify(front, null, 2)}\n---\n\n${body}\n`;

const square = (x: number, y: number) => [
  [x, y],
  [x + 1, y],
  [x + 1, y + 1],
  [x, y + 1],
  [x, y],
];
const zone = (id: string, x: number, y: number) => ({
  type: 'Feature',
  properties: { id },
  geometry: { type: 'Polygon', coordinates: [square(x, y)] },
});

/** The contents of the files by path. */
export const madeUpFiles: Readonly<Record<string, string>> = {
  'site.config.json': JSON.stringify({
    name: '架空ひろば',
    description: '部品の見本のための、架空の市のサイトです。',
    site: 'https://example.com',
    base: '/',
    publisher: '架空ひろば',
    contact: '',
    licence: {
      id: 'CC-BY-4.0',
      name: 'クリエイティブ・コモンズ 表示 4.0 国際',
      url: 'https://creativecommons.org/licenses/by/4.0/deed.ja',
    },
    colours: { theme: '#115a36' },
    fictional: true,
  }),
  'content/guides/method.mdx': text({ title: '計算のしかた' }, '架空の案内です。'),
  'content/plans/kakuu/index.mdx': text(
    {
      title: '架空市まちづくり計画',
      shortTitle: 'まちづくり計画',
      municipality: 'kakuu-shi',
      kind: '総合計画（架空）',
      period: '令和5年度から令和10年度まで',
      levels: ['政策', '施策', '取組', '目指す姿'],
      numbers: ['政策1', '1', '①', '◆'],
      source: 'kakuu',
    },
    '部品の見本のための、架空の計画です。',
  ),
  'content/plans/reiji/index.mdx': text(
    {
      title: '例示市市民とともにつくる持続可能で活力ある地域社会のための総合的な基本構想および前期基本計画',
      shortTitle: '市民とともにつくる持続可能で活力ある地域社会のための基本計画',
      municipality: 'reiji-shi',
      kind: '総合計画（架空）',
      levels: ['政策', '施策'],
      source: 'reiji',
    },
    '部品の見本のための、架空の計画です。',
  ),
  'data/municipalities.csv': `団体コード,市区町村ID,名称,よみ,都道府県,緯度,経度,出典ID
990019,kakuu-shi,架空市,かくうし,見本県,35.7,139.7,kakuu
990027,reiji-shi,例示市,れいじし,見本県,35.8,139.9,reiji
`,
  'data/themes.csv': `テーマID,名称,説明,順序
publicity,広報,架空のテーマです。,1
digital,デジタル,架空のテーマです。,2
together,だれもが参加できるまちづくりと市民の活動の支援,名前の長い、架空のテーマです。,3
`,
  'data/glossary.csv': `用語ID,用語,よみ,別表記,説明
dx,DX,でぃーえっくす,,デジタル技術で、くらしや仕事のしかたを変えることです。
bosai,防災行政無線,ぼうさいぎょうせいむせん,,市が災害のときなどに、放送で知らせるための設備です。
`,
  'data/departments.csv': `部署ID,市区町村ID,名称
kikaku,kakuu-shi,架空企画課
koho,kakuu-shi,架空広報課
kyodo,kakuu-shi,市民生活部市民協働推進課（地域づくり担当、男女共同参画センターを含む）
`,
  'data/sources.csv': `出典ID,市区町村ID,資料名,年度,発行者,URL
kakuu,kakuu-shi,架空市まちづくり計画,令和5年度,架空市,https://example.com/
reiji,reiji-shi,例示市の総合的な基本構想,,,
tokei,,架空の統計,令和2年,架空統計局,
`,
  'data/changes.csv': `日付,対象,項目,前,後,理由,出典ID,種類
2026-10-01,kakuu,計画をのせました,,架空市まちづくり計画,はじめての公開,kakuu,掲載
2026-11-01,kakuu/sns;kakuu/1_1,登録者数を直しました,"4,578人","4,587人",入力のまちがい,kakuu,訂正
2026-11-20,,${LONG}についての説明を加えました,,,もとの資料の表と文とで数がちがっていたため、表の数にそろえました。,,
`,
  'data/municipalities/kakuu-shi/zones.csv': `地域ID,名称,よみ,順序,出典ID
north,北部,ほくぶ,1,kakuu
south,南部,なんぶ,2,kakuu
`,
  'data/municipalities/kakuu-shi/zones.geojson': JSON.stringify({
    type: 'FeatureCollection',
    schematic: true,
    features: [zone('north', 0, 1), zone('south', 0, 0)],
  }),
  'data/municipalities/kakuu-shi/outline.geojson': JSON.stringify({
    type: 'FeatureCollection',
    source: 'kakuu',
    features: [{ ...zone('', 139, 35), properties: {} }],
  }),
  'data/plans/kakuu/tree.csv': `コード,親コード,階層,種別,名称,要約,テーマ,担当,SDGs,例示,印,関連,備考,出典ID,出典箇所
1,,政策,政策,伝わるまち,市の情報を、だれにでもわかるように伝えます。,,,,,,,,kakuu,第1章
1_1,1,施策,施策,広報を届ける,広報紙とDXで、市の情報を届けます。,publicity;digital,koho,16;17,,,,,kakuu,第1章 > 1
1_1_1,1_1,取組,取組,やさしい言葉の広報紙,むずかしい言葉を言いかえます。,publicity,koho,,,,,,kakuu,第1章 > 1 > (1)
1_1_2,1_1,取組,取組,${LONG},防災行政無線の放送を文字でも読めるようにし、DXを進めて、聞きのがした人にも、耳の聞こえにくい人にも、同じ知らせが同じときに届くようにします。,together;digital;publicity,kikaku;koho;kyodo,17,1,新規;強靱化,1_1_o1,紙面では2つの段に分かれています。,kakuu,第1章 > 1 > (2)
1_1_3,1_1,取組,取組,"掲示板の<b x=""見直し",置き場所を見直します。,publicity,,,,,,,kakuu,第1章 > 1 > (3)
1_1_o1,1_1,目指す姿,成果,知りたいことがわかる,知りたいことが、すぐにわかるようになっています。,,,,,,1_1_2,,kakuu,第1章 > 目指す姿
1_2,1,施策,施策,声を聴く,市民の声を聴きます。,together,kyodo,16,,,,,kakuu,第1章 > 2
1_2_1,1_2,取組,取組,市民アンケート,毎年、市民にたずねます。,together,kyodo,,,,,,kakuu,第1章 > 2 > (1)
2,,政策,政策,${LONG},名前の長い、架空の政策です。,,,,,,,,kakuu,第2章
2_1,2,施策,施策,${LONG},取組のない、架空の施策です。,together,,11,,,,,kakuu,第2章 > 1
`,
  'data/plans/kakuu/indicators.csv': `指標ID,コード,名称,単位,良い方向,集計,現状値,現状値の時点,目標値,目標値の時点,出典ID,出典箇所
sns,1_1,公式SNSの登録者数,人,増加,時点,"4,587人",令和4年度,"7,000人以上",令和10年度,kakuu,指標1
window,1_2,窓口で待つ時間,分,減少,単年,24分,令和4年度,15分,令和10年度,kakuu,指標2
content,1_1,市が発信する情報に満足していると答えた市民の割合（無作為に選んだ18歳以上の市民への調査）,%,増加,時点,45%,令和4年度,60%,令和10年度,kakuu,指標3
walk,2_1,歩いて行ける広場の数,箇所,増加,累計,3箇所,令和4年度,増加,令和10年度,kakuu,指標4
`,
  'data/plans/kakuu/observations.csv': `指標ID,時点,値,確度,評価,注記,出典ID
sns,令和5年度,"5,120人",確報,A,,tokei
sns,令和6年度,"5,480人",速報,B,10月に数えなおします。,tokei
content,令和5年度,46%,,,,
content,令和6年度,－,,,調査をしませんでした。,
content,令和7年度,47%,,,,
`,
  'data/plans/kakuu/targets.csv': `指標ID,目標値,目標値の時点,種類,設定日
sns,"6,000人",令和7年度,中間,2023-04-01
`,
  'data/plans/kakuu/rating.csv': `順,記号,名称,尺度,下限,下限を含む,上限,上限を含む,年度,誤差,説明
1,S,予定どおりか、それより早い,進み方,100,1,,,,,
2,A,おくれているが、現状値より良い,基準差,0,1,,,,2,調査の誤差を2とみます。
3,B,悪くなったが10%まで,基準差率,-10,1,,,,,
4,C,10%をこえて悪くなった,基準差率,,,-10,,,,
`,
  'data/plans/kakuu/related-plans.csv': `名称,説明,コード,出典ID,出典箇所
架空市公共施設計画,市の建物をどうするかを決めた、架空の計画です。,1_1;2_1,kakuu,関連計画1
架空市デジタル計画,,,kakuu,関連計画2
`,
  'data/plans/reiji/tree.csv': `コード,親コード,階層,種別,名称,要約,テーマ,出典ID
1,,政策,政策,参加するまち,架空の政策です。,,reiji
1_1,1,施策,施策,対話の場をふやす,架空の施策です。,together,reiji
`,
  'data/plans/reiji/indicators.csv': `指標ID,コード,名称,単位,良い方向,集計,現状値,現状値の時点,目標値,目標値の時点,出典ID
sns,1_1,公式SNSの登録者数,千人,増加,累計,12千人,令和3年度,20千人,令和8年度,reiji
`,
};
