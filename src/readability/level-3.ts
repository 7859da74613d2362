import { isFilledCell } from '../input/input-rows.ts';
import { memoizeByObject } from '../model/collections.ts';
import { computeCheckDigit, isMunicipalityCode } from '../model/municipality.ts';
import { formatCount } from '../notation/format.ts';
import { areEraYears, findEraDates, hasEraLetter } from './era-years.ts';
import { UNIT_HEADING } from './listed-values.ts';
import * as rule from './readability-rule.ts';
import * as sheet from './sheet-table.ts';

/** Finds a number instead of a heading, above a column of numbers: the first row is a record already. */
function findMissingHeadings(table: sheet.SheetTable): rule.Violation[] {
  const first = table.columns.find(
    (column) =>
      sheet.looksLikeNumber(column.title) &&
      !sheet.isWesternYear(column.title) &&
      sheet.listFilledCells(column).every(({ text }) => sheet.looksLikeNumber(text)),
  );
  if (!first) return [];
  return [
    rule.createViolation(table, table.heading, first.index, {
      wrong: `「${first.title}」は、見出しではなく値のようです。`,
      instead: '1行めに、列の見出しを書き足してください。',
    }),
  ];
}

function findLateHeadings(table: sheet.SheetTable): rule.Violation[] {
  const [first] = table.headings;
  const { heading } = table;
  if (!first || heading.line === 1) return [];
  const [row, wrong, instead] =
    first.line === 1
      ? [heading, '行めまで続いています', '1行めだけで何の列かがわかる見出しにし、2行めからは値にしてください。']
      : [first, '行めにあります', '見出しより上の行を消し、1行めを見出しにしてください。'];
  return [
    rule.createViolation(table, row, sheet.findFirstFilled(row), { wrong: `見出しが${row.line}${wrong}。`, instead }),
  ];
}

/** Finds marks without a meaning in columns of numbers. */
const findUndefinedMarks = (file: sheet.ReadableFile): rule.Violation[] =>
  rule.findInAllCells(file, (column) => {
    if (!sheet.isNumericColumn(column)) return null;
    return (text) =>
      sheet.isMissingMark(text)
        ? {
            wrong: `数の列にある「${text}」の意味が、この表からはわかりません。`,
            instead: '値がないなら空にしてください。記号を使うなら、その意味を列の説明に書いてください。',
          }
        : null;
  });

/** A heading that contains or implies the unit: 人口（人）, 面積[km2], 割合(%), 件数, 緯度. */
const HEADING_WITH_UNIT =
  /^[^（(［[]*[（(［[].+[）)］\]]|数$|(?:人口|世帯|年齢|緯度|経度|latitude|longitude)|[%％]|^(?:西暦|年|年度|月|日|時点)$/iu;
/** Headings of numbers that count nothing, and so have no unit. */
const HEADING_WITHOUT_UNIT = /(?:コード|番号|順序?|id|no\.?|№|code|年|年度|郵便|電話|ランク|段階|#property)$/iu;

const hasUnitColumn = memoizeByObject(({ columns }: sheet.SheetTable) =>
  columns.some(({ title }) => UNIT_HEADING.test(title)),
);

function lacksUnit({ title, metadata }: sheet.SheetTableColumn, table: sheet.SheetTable): boolean {
  // Rule L1-05 reports a missing heading.
  if (!isFilledCell(title) || HEADING_WITHOUT_UNIT.test(title)) return false;
  if (metadata) return metadata.unit === null && metadata.unitColumn === null;
  return !HEADING_WITH_UNIT.test(title) && !hasUnitColumn(table);
}

const findMissingUnits = (file: sheet.ReadableFile): rule.Violation[] =>
  rule.findInHeadings(file, (column, table) =>
    sheet.isNumericColumn(column) && lacksUnit(column, table)
      ? {
          wrong: `数の列「${column.title}」の単位がわかりません。`,
          instead: '「人口（人）」のように見出しに書くか、「単位」の列をつくってください。',
        }
      : null,
  );

const AREA_CODE_HEADING =
  /(?:公共団体|団体|市区町村|市町村|自治体|都道府県|地域)コード|^(?:pref|prefecture|city|municipality)[_-]?code$/iu;
const AREA_NAME_HEADING =
  /^(?:(?:市区町村|市町村|自治体|都道府県)(?:名|名称)?|(?:pref|prefecture|city|municipality)(?:[_-]?name)?)$/iu;

function judgeAreaCode(code: string, heading: string): rule.ViolationMessage | null {
  // Five digits, two for a prefecture, 00000 for the country. Six have a check digit: 12025 lacks a 0.
  if (/^(?:[0-3]\d|4[0-7])(?:000|[1-9]\d\d)?$/u.test(code) || isMunicipalityCode(code)) return null;
  const five = code.slice(0, 5);
  const [wrong, instead] = /^\d{6}$/u.test(code)
    ? ['最後の1けた（検査数字）が合いません', `はじめの5けたが正しければ ${five}${computeCheckDigit(five)} です。`]
    : [
        '標準地域コードの形ではありません',
        /^\d{1,5}$/u.test(code) ? 'はじめの 0 が落ちていないかも見てください。' : '',
      ];
  // A survey keeps the codes that it already has.
  const doubtful = heading.includes('地域コード');
  const advice = doubtful ? '調査が前から使っている独自のコードなら、このままでかまいません。' : instead;
  return { wrong: `「${code}」は、${wrong}。`, instead: `${advice}総務省の一覧で確かめてください。`, doubtful };
}

function judgeAreaName(name: string): rule.ViolationMessage | null {
  // 渡島総合振興局, 石狩郡 and 特別区部 are standard too. The ending of a name in Latin letters does not say if it is complete.
  if (/^(?!京都$).*(?:[都道府県市区町村郡局庁]|区部)$|^[\x20-\x7e]+$/u.test(name)) return null;
  // Several areas together have no name.
  if (/^(?:全国|[合総小]?計|総数|その他|不[明詳])$/u.test(name)) return null;
  return {
    wrong: `「${name}」は、地域の正式な名前ではないようです。`,
    instead: '「見本市」のように「市」「県」などまで書くか、標準地域コードの列を加えてください。',
  };
}

const hasColumn = ({ tables }: sheet.ReadableFile, heading: RegExp): boolean =>
  tables.some(({ columns }) => columns.some(({ title }) => heading.test(title)));

const DESCRIBE_COLUMN = '何の値かを、列の説明に書いてください。';

function judgeColumnMetadata({ title, metadata }: sheet.SheetTableColumn): rule.ViolationMessage | null {
  if (!metadata) return { wrong: `列「${title}」の説明がありません。`, instead: DESCRIBE_COLUMN };
  if (metadata.description === '')
    return { wrong: `列「${title}」の意味が書かれていません。`, instead: DESCRIBE_COLUMN };
  if (/^[A-Za-z][A-Za-z0-9_-]*$/u.test(metadata.name)) return null;
  return {
    wrong: `列「${title}」に、英字の名前がありません（${metadata.name || '空'}）。`,
    instead: 'population のように、英字、数字、_ だけの名前を決めてください。',
  };
}

export const levelThreeRules: readonly rule.ReadabilityRule[] = [
  rule.defineRule({
    id: 'L3-01',
    title: '見出しは1行め',
    asks: '列の見出しを、ファイルやシートの1行めに書きます。',
    looks: '見出しらしい行が1行めにあるか、1行めが値になっていないかを調べます。',
    find: ({ tables }) => tables.flatMap((table) => [...findLateHeadings(table), ...findMissingHeadings(table)]),
    otherwise: '1行めに見出しがあります。',
  }),
  rule.defineRule({
    id: 'L3-02',
    title: 'コードの一覧がついている',
    asks: 'コードや記号で書いた値が何を表すかの一覧を、表といっしょに公表します。',
    looks: '列の説明で値が決まっている列に、公表した一覧があるかを調べます。',
    people: '列の説明がないとき、コードの列があるか、一覧があるか。',
    find: (file) =>
      rule.findInHeadings(file, ({ title, metadata }, table) => {
        if (!metadata?.choices && !metadata?.codeList) return null;
        if (metadata.codeList !== null && table.metadata?.codeLists.includes(metadata.codeList)) return null;
        return {
          wrong: `「${title}」の値が何を表すかの一覧がありません。`,
          instead: '値とその意味を並べた一覧を、表といっしょに公表してください。',
        };
      }),
    otherwise: 'コードで書いた列には、どれも公表した一覧があります。',
    undescribed: 'コードの一覧は、このファイルの中にはありません。いっしょに公表しているかを確かめてください。',
  }),
  rule.defineRule({
    id: 'L3-03',
    title: '特別な記号の意味が決まっている',
    asks: '「-」「…」「X」のような記号を使うときは、その意味を決めて示します。',
    looks: '数の列に記号だけのセルがあるかを調べます。列の説明がある表では、意味が書かれていない記号を不合格にします。',
    people: '列の説明がないとき、記号の意味がほかのところで示されているか。',
    find: (file) => (sheet.hasMetadata(file) ? findUndefinedMarks(file) : []),
    otherwise: (file) => {
      if (sheet.hasMetadata(file)) return rule.passRule('数の列に、意味のわからない記号はありません。');
      const marks = findUndefinedMarks(file);
      return marks.length === 0
        ? rule.passRule('数の列に、記号はありません。')
        : rule.askPerson(`記号が${marks.length}か所にあります。意味が示されているかを確かめてください。`, marks);
    },
  }),
  rule.defineRule({
    id: 'L3-04',
    title: '単位がわかる',
    asks: '数の列の単位を、見出し、単位の列、または列の説明で示します。',
    looks:
      '数の列の見出しに単位があるか、単位の列があるか、列の説明に単位があるかを調べます。番号や順序には単位を求めません。',
    people: '列の説明がないとき、単位がほかのところで示されているか。',
    find: (file) => (sheet.hasMetadata(file) ? findMissingUnits(file) : []),
    otherwise: (file) => {
      if (sheet.hasMetadata(file)) return rule.passRule('単位の要る数の列には、どれも単位か単位の列があります。');
      const headings = findMissingUnits(file);
      return headings.length === 0
        ? rule.passRule('数の列の単位は、見出しか単位の列でわかります。')
        : rule.askPerson('見出しに単位のない数の列があります。単位が示されているかを確かめてください。', headings);
    },
  }),
  rule.defineRule({
    id: 'L3-05',
    title: '年は西暦で（または西暦も）',
    asks: '年や日付は、西暦で書くか、和暦と西暦の両方を書きます。',
    looks:
      '年や日付の列と見出しが、和暦だけになっていないかを調べます。同じ行に西暦の列があればかまいません。文や名前の中の和暦は調べません。',
    people: '「R6」のような字が、和暦の年か、記号か。',
    find: (file) => rule.findInColumns(file, findEraDates),
    otherwise: '年や日付が和暦だけの列はありません。',
  }),
  rule.defineRule({
    id: 'L3-06',
    title: '地域は標準のコードか正式な名前で',
    asks: '都道府県や市区町村は、標準のコードか、省かない名前で書きます。',
    looks:
      'コードの列では、けた数と検査数字を調べます。コードの列がなく、市区町村や都道府県の名前の列があれば、「市」「県」などで終わるかを調べます。',
    people: '「地域コード」が調査の独自のコードか。地域の列がない表で、どの地域の値かがほかのところで示されているか。',
    find: (file) => {
      const [heading, judge] = hasColumn(file, AREA_CODE_HEADING)
        ? [AREA_CODE_HEADING, judgeAreaCode]
        : [AREA_NAME_HEADING, judgeAreaName];
      return rule.findInAllCells(file, ({ title }) =>
        heading.test(title) ? (text) => judge(text.trim(), title) : null,
      );
    },
    otherwise: (file) => {
      if (hasColumn(file, AREA_CODE_HEADING)) return rule.passRule('コードのけた数と検査数字は、どれも合っています。');
      if (hasColumn(file, AREA_NAME_HEADING)) return rule.passRule('省いたとみられる地域の名前はありません。');
      return sheet.hasMetadata(file)
        ? rule.passRule('地域ごとの値ではないので、地域の列はありません。')
        : rule.askPerson(
            '地域のコードや名前の列がありません。どの地域の表かが、ほかのところで示されているかを確かめてください。',
          );
    },
  }),
  rule.defineRule({
    id: 'L3-07',
    title: '年が変わっても同じ形',
    asks: '毎年出す表は、列の名前、順、単位を年ごとに変えません。',
    looks: '1つのファイルからはわからないので、プログラムは調べません。',
    people: '前に公表した表と、列の名前、順、単位が同じか。',
    otherwise: (file) =>
      rule.askPerson(
        sheet.hasMetadata(file)
          ? 'このサイトは年ごとに表を分けず、同じ表に行を足します。前の版と列が同じかは、人が見くらべます。'
          : '前の年の表と、列の名前、順、単位が同じかを見くらべてください。',
      ),
  }),
  rule.defineRule({
    id: 'L3-08',
    title: '列の説明、英語の列名、文字コードを示す',
    asks: '列の意味、値のつくり方、変えてきたこと、英字の列名、文字コードと BOM のありなしを、表といっしょに示します。',
    looks: '列の説明がある表では、すべての列に意味と英字の名前があるかを調べ、文字コードと BOM を読み取ります。',
    people: '値のつくり方と、変えてきたことの説明が足りているか。',
    find: (file) =>
      rule.findInHeadings(file, (column, { metadata }) => (metadata ? judgeColumnMetadata(column) : null)),
    otherwise: (file) => {
      const { format, encoding, hasBom } = file;
      const form = format === 'csv' ? `文字コードは ${encoding}、BOM は${hasBom ? 'あり' : 'なし'}です。` : '';
      return rule.askPerson(
        sheet.hasMetadata(file)
          ? `すべての列に意味と英字の名前があります。${form}つくり方と、変えてきたことの説明が足りているかは、人が読んで判断します。`
          : `${form}列の説明、英字の列名、文字コードが、いっしょに公表されているかを確かめてください。`,
      );
    },
  }),
  rule.defineRule({
    id: 'L3-09',
    title: '横に年を並べず、縦に長い形',
    asks: '年や項目ごとに列を増やさず、年や項目の名前の列と、値の列をもつ、縦に長い表にします。',
    looks:
      '見出しが、年（2つ以上）、月（3つ以上）、後ろの番号（3つ以上）だけのちがいで並んでいないかを調べます。「分類1」「説明L1」のような段階は除きます。',
    people: '番号だけがちがう列が、同じことのくり返しか、別々の項目か。',
    find: (file) =>
      rule.findInHeadings(file, (column, { columns }) => {
        const series = sheet.findSeries(column, columns);
        if (!series) return null;
        const label = hasEraLetter(column) && !areEraYears(columns) ? '番号' : series.label;
        const wrong = `「${column.title}」のように、${label}だけがちがう列が${formatCount(series.count)}並んでいます。`;
        if (label === '番号')
          return { wrong, instead: '同じことのくり返しか、別々の項目かを確かめてください。', doubtful: true };
        return { wrong, instead: `「${label}」の列と「値」の列をつくり、1つの値を1行に書いてください。` };
      }),
    otherwise: '年、月、番号だけがちがう列は、並んでいません。',
  }),
];
