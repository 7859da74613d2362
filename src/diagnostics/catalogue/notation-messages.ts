import { MEASURING_ENDED } from '../../model/text-patterns.ts';
import { defineError, defineWarning, type MessageValues, NOTE_COLUMN } from './message-entry.ts';

/** Why the value of a known form is not computed, in the words of the message `kept-as-text`. */
export const unparsedReasons = {
  staged: '年ごとに分かれている',
  arrow: '変化の前と後が書かれている',
  rank: '順位な',
  ratio: '分数な',
  relative: 'ほかの値をもとにした値な',
  change: '増減の数な',
  range: '幅のある値な',
  open: 'はしを含まない範囲な',
  bound: '数ちょうどではない',
  parts: '数が2つ以上ある',
  misprint: '数の書き方がくずれている',
  vague: 'はっきりした数ではない',
  grade: '記号や段階な',
  label: '数の前に言葉がある',
  large: 'けたが多すぎて正確に表せない',
  time: '時点だけが書かれている',
  target: '目標と書かれている',
  estimate: '見込みか予定と書かれている',
  trend: '増減の矢印がついている',
  date: '日付か時刻とみられる',
  words: '言葉な',
} as const;
export type UnparsedReason = keyof typeof unparsedReasons;

/** Lists what a year without an era can be, in full: plans look no farther than 令和20年度, and 平成 had 31 years. */
function listFullYears({ year = '' }: MessageValues): string {
  const years = String(year).match(/\d+/g) ?? [];
  const latest = Math.max(...years.map(Number));
  const eras = latest <= 20 ? ['令和', '平成'] : latest <= 31 ? ['平成'] : [];
  const western = years.map((one) => `20${one.padStart(2, '0')}`).join('～');
  return [...eras.map((era) => `${era}${year}`), western].map((one) => `${one}年度`).join('、');
}

/** Names a letter that is typed for a digit: 1O, 4O.9, l00; or the mark of a note that touches a number: ※2109, 109². */
function adviseSign({ value }: MessageValues): string {
  const [letter] = /(?<=\d)[OoI](?![A-Za-z])|(?<![A-Za-z])[OoIl](?=[\d.,])/.exec(String(value).normalize('NFKC')) ?? [];
  if (letter) return `英字の「${letter}」は、数字の ${/o/i.test(letter) ? 0 : 1} ではありませんか。`;
  const [mark] = /[※＊*†‡](?=\p{Nd})|(?<![mｍ])[¹²³⁰⁴-⁹]+|(?<=\p{Nd})[①-⑳]/u.exec(String(value)) ?? [];
  return mark ? `「${mark}」が注の印なら、消すか、数のうしろに「12（※1）」のように書いてください。` : '';
}

/** Issues of values, targets and periods as plans write them. */
export const notationMessages = {
  'not-a-quantity': defineError(
    '「{value}」は値として読めません。',
    (v) => `${adviseSign(v)}数に単位をつけて書いてください（例: 97.4%、5,587人、▲3.2）。値がないときは － と書きます。`,
    { value: 'たくさん' },
  ),
  'not-a-target': defineError(
    '「{value}」は目標値として読めません。',
    (v) =>
      `${adviseSign(v)}数（80%以上、5,587人 など）か、増加・減少・維持などの言葉で書いてください。目標がないときは － と書きます。`,
    { value: 'もっとがんばる' },
  ),
  'not-a-period': defineError(
    (v) =>
      `${v.value ? `「${v.value}」は` : '空のセルは'}${v.estimate ? '、実績の時点ではありません' : '時点として読めません'}。`,
    (v) =>
      v.estimate
        ? '実績の時点を「令和4年度」のように書いてください。見込みや目標の値なら、行ごと消すか、値を「110（見込）」のように書きます。その値は、計算に使いません。'
        : /^(?:(?:1[89]|2[01])\d\d|(?:[RHS]|令和|平成|昭和)(?:\d\d?|元))$/.test(String(v.value))
          ? `年か年度かがわかりません。「${v.value}年」か「${v.value}年度」と書いてください。`
          : '令和4年度、令和4年度末、2022年度、令和5年10月時点 のように書いてください。',
    { value: 'このあいだ' },
  ),
  'impossible-date': defineError('「{value}」という日付はありません。', '年・月・日を確かめてください。', {
    value: '令和6年13月',
  }),
  'era-too-far': defineError(
    '「{value}」は、その元号が終わってから30年をこえています。',
    '元号か年の数を確かめてください。',
    { value: '昭和99年度' },
  ),
  'era-beyond-its-end': defineWarning(
    '「{value}」の年は、その元号にはありません。その年を、西暦{read}年として読みました。',
    '計画に書かれているとおりなら、このままでかまいません。',
    { value: '平成41年度', read: 2029 },
  ),
  'year-or-fiscal-year': defineWarning(
    '「{value}」は、年か年度かがわかりません。',
    '{year}年 か {year}年度 と書いてください。それまでは、ほかの欄からわからなければ、時点を「不明」とします。',
    { value: 'R5', year: 'R5' },
  ),
  'no-era': defineWarning(
    '「{value}」は、どの元号の年か、西暦の下2けたかがわかりません。',
    (v) =>
      `${listFullYears(v)} のように、元号か4けたの西暦で書いてください。それまでは、ほかの欄からわからなければ、時点を「不明」とします。`,
    { value: '26年度', year: 26 },
  ),
  'period-reversed': defineError(
    '「{value}」は、終わりが始まりより前です。',
    '令和4～8年度 のように、始まり、終わりの順に書いてください。',
    { value: '令和8～4年度' },
  ),
  'period-kept-as-text': defineWarning(
    '「{value}」は、いつからいつまでかを決められないので、文字だけをのせます。',
    '令和4年度、令和5年10月1日、令和4～8年度 のように、年のある書き方に直してください。それまでは、ほかの欄からわからなければ、時点を「不明」とします。',
    { value: '10月1日' },
  ),
  'two-readings': defineWarning(
    '「{value}」は2通りに読めます（{first} か {second}）。',
    (v) =>
      `${/ポイント[増減]$/.test(`${v.first}`) ? `単位が％なら「${v.first}」か「${v.second}」のどちらか、ほかの単位なら「${v.second}」と` : `「${v.first}」か「${v.second}」のどちらかを`}書いてください。このままでは、文字だけをのせます。${/[増減]$/.test(`${v.second}`) ? '増減の数を計算に使うには、増減したあとの数を書きます。' : ''}`,
    { value: '10%増', first: '10ポイント増', second: 'もとの値の10%増' },
  ),
  'unclear-none': defineWarning(
    '「{value}」は、0なのか、値や目標を決めていないのか、調べていないのかがわかりません。',
    '0なら「0件」のように単位をつけ、決めていないなら「－」、調べていないなら「未調査」と書いてください。それまでは、文字だけをのせます。',
    { value: 'なし' },
  ),
  'companion-not-read': defineWarning(
    '「{value}」のうち「{part}」は、値としても時点としても読まず、文字だけをのせます。',
    (v) =>
      `値と時点だけをセルに書き、ほかのことは、${NOTE_COLUMN}に書いてください。${/累[計積]/.test(`${v.part}`) ? `この指標の値が「${v.part}」のほうではないか、見てください。` : /集計中|未確定/.test(`${v.part}`) ? 'まだ確かでない値なら、「12（速報値）」のように書いてください。' : 'このままでもかまいません。'}`,
    { value: '91人（7%）', part: '7%' },
  ),
  'middle-dot': defineWarning(
    '「{value}」の「・」を小数点とみて、{read} と読みました。',
    '小数点は . で書いてください。2つの値なら、行を分けてください。',
    { value: '1・16', read: '1.16' },
  ),
  'kept-as-text': defineWarning(
    '「{value}」は{why}ので、計算に使わず、文字だけをのせます。',
    (v) =>
      v.date
        ? '「2-1」や「1/2」などを Excel が変えたものなら、列の書式を「文字列」にして、資料のとおりに書き直してください。時間なら「12分30秒」のように書きます。'
        : v.estimate || v.target
          ? '実績の値がわかったら、その数に書き直してください。それまでは、このままでかまいません。'
          : MEASURING_ENDED.test(String(v.value))
            ? '指標を測るのをやめたのなら、この値を書かずに、indicators.csv の状態を「終了」としてください。ほかのことなら、このままでかまいません。'
            : `${adviseSign(v)}数で表せるときは、数と単位だけを書き、ほかのことは、${NOTE_COLUMN}に書いてください。${v.relative || v.change ? '資料のとおりなら、このままでかまいません。' : ''}`,
    { value: '76万1.366世帯', why: '数の書き方がくずれている' },
  ),
  'other-unit': defineError(
    (v) =>
      v.expected
        ? `「${v.value}」の単位「${v.got}」が、この${v.what}の単位「${v.expected}」とちがいます。`
        : v.all
          ? `「${v.value}」などに単位がありますが、どの${v.what}も、単位が空です。`
          : `「${v.value}」に単位「${v.got}」がありますが、この${v.what}の単位は空です。`,
    (v) =>
      v.expected
        ? `資料を確かめ、単位が「${v.expected}」の値を書いてください。${v.what}の単位のほうがちがうなら、そちらを直します。${/^[▲△▼▽−－-].*[%％]$/.test(String(v.value)) && !String(v.expected).includes('ポイント') ? '減らす割合なら、「もとの値の5%減」のように書くと、文字だけをのせます。' : ''}`
        : v.all
          ? 'indicators.csv に「単位」の列がなければ加え、見出しがちがう名前なら「単位」に直して、行ごとに単位を書いてください。'
          : `${v.what}の単位が「${v.got}」なら、${v.what === '統計' ? 'statistics' : 'indicators'}.csv の単位の列に「${v.got}」と書いてください。単位のない数なら、値から「${v.got}」を除きます。${v.got === '倍' ? '現状値の何倍かなら、現状値の単位を、そこに書いてください。' : ''}`,
    { value: '20件', got: '件', expected: '人', what: '指標' },
  ),
  'mixed-times': defineWarning(
    (v) =>
      `「${v.value}」は${v.ground === 'sum' ? '、合計が別に書かれているので' : v.period ? `、時点が「${v.period}」なので` : ''}${v.time}${v.ground || v.period ? 'とみられます' : 'です'}が、この指標の「${v.other}」（${v.file} の${v.line}行め）は、${v.ground === 'each' ? 'そうは' : '同じ期間の数とは'}書かれていません。`,
    (v) =>
      `資料で確かめてください。${
        {
          part: '1年分の数がわかったら、その数に書き直します。ある日の数なら、indicators.csv の集計を「時点」とし、その日までの累計なら、時点をその日にします。',
          short:
            '1年分の数がわかったら、その数と時点に書き直します。その日までの累計なら、indicators.csv の集計を「累計」とし、ある時の数や平均なら、「時点」とします。',
          each: `どれも${v.time}なら、「各」のない数だけを書きます。`,
          sum: `合計のほうがこの指標の値なら、その数だけを書きます。どれも${v.time}なら、indicators.csv の集計を「単年」とします。`,
        }[String(v.ground)] ??
        `${v.period ? '1年ごとの数なら、時点を「令和9年度」のような1年にします。平均なら「令和5～9年度（平均）」のように書きます。' : ''}どれも${v.time}なら、indicators.csv の${[v.unit && `単位を「${v.unit}」`, (!v.unit || String(v.time).endsWith('合計')) && '集計を「累計」'].filter(Boolean).join('、')}とします。`
      }ちがうなら、このままでかまいません。「${v.value}」は文字だけをのせ、この数を使う進み具合は評価しません。`,
    {
      value: '月2回',
      time: '1か月あたりの数',
      unit: '回/月',
      other: '18回',
      file: 'data/plans/mihon-sogo/observations.csv',
      line: 9,
    },
  ),
  'other-period': defineWarning(
    '「{value}」の時点「{period}」が、{heading}の「{column}」とちがいます。',
    'セルの中の「{period}」を使います。資料を確かめ、正しい時点をどちらにも書いてください。',
    { value: '70.7%（2012年度）', period: '2012年度', heading: '現状値の時点', column: '2015年度' },
  ),
  'unit-in-name': defineWarning(
    (v) =>
      `指標「${v.value}」の名前に「${v.unit}」とありますが、単位${v.stated ? `は「${v.stated}」です` : 'が空です'}。`,
    (v) =>
      v.stated
        ? `数だけの値は「${v.stated}」の値とします。どちらが正しいかを資料で確かめ、そろえてください。`
        : `「${v.unit}」が単位かどうかを確かめ、単位なら、単位の列にも書いてください。`,
    { value: '精密検査受診率（％）', unit: '％' },
  ),
} as const;
