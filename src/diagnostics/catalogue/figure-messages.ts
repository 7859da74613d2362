import { defineError, defineWarning } from './message-entry.ts';

/** Issues of a plan's own rating (rating.csv). */
export const ratingMessages = {
  'repeated-order': defineError(
    '順「{value}」は、{line}行めにもあります。',
    '順は、段を調べる順番です。ちがう数を書いてください。',
    { value: 2, line: 3 },
  ),
  'limits-reversed': defineError(
    '「{value}」の段に入る値が、1つもありません。',
    '下限は、上限より小さくしてください。同じ値のときは、「下限を含む」と「上限を含む」の両方を 1 にします。',
    { value: 'B' },
  ),
  'band-gap': defineWarning(
    '{scale}が「{value}」のとき、どの段にもあてはまりません。',
    '下限、上限と、それを含むかどうかを確かめてください。わざと評価しないのなら、このままでかまいません。',
    { scale: '達成率', value: '60%以上80%未満' },
  ),
  'band-overlap': defineWarning(
    '「{value}」の段が、先に調べる「{before}」の段（{file} の{line}行め）と重なっています。',
    '重なる値は、先の段に入ります。下限と上限、それを含むかどうかを確かめてください。',
    { value: 'B', before: 'A', file: 'data/plans/mihon-sogo/rating.csv', line: 2 },
  ),
  'unreachable-band': defineWarning(
    '順「{order}」の「{value}」の段には、どの実績も入りません。',
    '先に調べる段が、この段の値をすべて取ります。順と、下限、上限を確かめてください。',
    { order: 3, value: 'C' },
  ),
  'unknown-rating': defineError(
    '評価「{value}」という記号が、この計画の rating.csv にありません。',
    (v) =>
      v.near ? `「${v.near}」ではありませんか。使える記号は ${v.choices} です。` : `使える記号は ${v.choices} です。`,
    { value: '△', choices: 'S、A、B、C' },
  ),
} as const;

/** Issues of official statistics and their values. */
export const statisticMessages = {
  'missing-divisor': defineError(
    'くらべ方が「{value}」ですが、割る統計がありません。',
    '割る統計ID（人口など）を書くか、くらべ方を変えてください。',
    { value: '1人あたり' },
  ),
  'needless-divisor': defineError(
    '割る統計「{value}」がありますが、くらべ方は「{comparison}」です。',
    '割る統計IDを空にするか、くらべ方を「1人あたり」か「割合」にしてください。',
    { value: 'resident-population', comparison: 'そのまま' },
  ),
  'own-statistic': defineError(
    '「{value}」の{heading}に、その統計自身のIDが書かれています。',
    'ほかの統計のIDを書いてください。なければ{heading}を空にします。',
    { value: 'revenue', heading: '割る統計ID' },
  ),
  'incomplete-threshold': defineError(
    '基準のうち、{heading}がありません。',
    '基準があるときは、基準値、基準の名称、基準の出典IDをすべて書いてください。ないときは、どれも空にします。',
    { heading: '基準の出典ID' },
  ),
  'not-a-statistic-value': defineError(
    (v) => (v.value ? `「${v.value}」は、数でも「${v.none}」でもありません。` : '値が空です。'),
    '資料にある数を書いてください。計算しないと公に決まっているときは「{none}」と書き、値がわからないときは行を消します。',
    { value: '約5万人', none: '算定なし' },
  ),
  'overlapping-periods': defineError(
    'この統計の時点「{value}」が、{line}行めの「{before}」と同じか、重なっています。',
    'どちらかの時点を直すか、どちらかの行を消してください。',
    { value: '2021年度', line: 3, before: '2022年3月31日' },
  ),
} as const;

/** Issues of the ministry's sheet of statistics that is imported. */
export const statisticSheetMessages = {
  'no-statistic-headings': defineError(
    '総務省の「全市町村の主要財政指標」の見出しの行が、見つかりません。',
    '{columns}の列が要ります。ファイルかシート（--sheet）をまちがえていないか、確かめてください。',
    { columns: '団体コード、団体名' },
  ),
  'unclear-sheet-year': defineError(
    (v) =>
      v.found
        ? `表の年度は「${v.found}」で、「${v.wanted}」（${v.where}）とちがいます。`
        : '表の題に年度がないので、いつの値かわかりません。',
    (v) =>
      v.found
        ? '年度のちがう値は書きません。ファイルと、--period や --source を確かめてください。'
        : '--period 令和6年度 のように、資料に書かれている年度を書いてください。',
    { found: '令和4年度', where: '--period', wanted: '令和6年度' },
  ),
  'municipality-not-in-sheet': defineError(
    '「{title}」（団体コード {code}）の行が、表にありません。',
    '全国の市区町村がのっている表か、コードの列がずれていないかを確かめてください。',
    { title: '見本市', code: '990019' },
  ),
  'repeated-municipality': defineError(
    '「{title}」（団体コード {code}）の行が、{line}行めにもあります。',
    'どちらの値を読めばよいかわかりません。公表されたままの表かどうか、確かめてください。',
    { title: '見本市', code: '990019', line: 590 },
  ),
  'other-municipality': defineError(
    '団体コード {code} は「{title}」のものですが、団体名は「{value}」です。',
    '行や列がずれていないか、公表されたままの表かどうかを確かめてください。',
    { code: '990019', title: '見本市', value: '別見本市' },
  ),
  'shifted-statistic-value': defineError(
    '「{value}」は、{title}の値として読めません。',
    '{limits}の数で、小数は{decimals}けたまでです。列がずれていないか確かめてください。',
    { value: '94.9', title: '財政力指数', limits: '0から10まで', decimals: 2 },
  ),
  'other-statistic-value': defineError(
    '{title}の{statistic}（{period}）は「{value}」ですが、{file} の{line}行めでは「{before}」です。',
    '資料と見くらべてください。訂正された値なら、その行を直し、data/changes.csv に理由を書きます。',
    {
      title: '見本市',
      statistic: '経常収支比率',
      period: '2024年度',
      value: '92.7',
      file: 'data/municipalities/mihon/statistic-values.csv',
      line: 41,
      before: '97.2',
    },
  ),
} as const;
