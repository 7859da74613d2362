import { isFilledCell } from '../input/input-rows.ts';
import {
  isMissingMark,
  isNumericColumn,
  listFilledCells,
  looksLikeNumber,
  matchesMostCells,
  type SheetRow,
  type SheetTable,
  type SheetTableColumn,
} from './sheet-table.ts';
import {
  askPerson,
  checkColumns,
  checkHeadings,
  createViolation,
  failRuleAt,
  passRule,
  type ReadabilityRule,
  type Violation,
  type ViolationMessage,
} from './readability-rule.ts';
import { ERA_PATTERN, toWesternYear } from '../notation/calendar.ts';
import { computeCheckDigit, isMunicipalityCode } from '../model/municipality.ts';
import { formatCount } from '../notation/format.ts';

const YEAR_HEADING = /^(?:1[89]|2[01])\d\d$/u;

/** Numbers where headings should be, above columns of numbers: the first row is a record already. */
function missing(table: SheetTable): Violation[] {
  const numbers = table.columns.filter(
    (column) =>
      looksLikeNumber(column.title) &&
      !YEAR_HEADING.test(column.title) &&
      listFilledCells(column).every(({ text }) => looksLikeNumber(text)),
  );
  const [first] = numbers;
  if (!first) return [];
  return [
    createViolation(
      table,
      table.heading,
      first.index,
      `1行めの「${first.title}」は、見出しではなく値のようです。`,
      '1行めに、列の見出しを書き足してください。',
    ),
  ];
}

function late(table: SheetTable): Violation[] {
  if (table.heading.line === 1) return [];
  return [
    createViolation(
      table,
      table.heading,
      table.heading.cells.findIndex(({ text }) => isFilledCell(text)),
      `見出しが${table.heading.line}行めにあります。`,
      '見出しより上の行を消し、1行めを見出しにしてください。',
    ),
  ];
}

export const firstRowRule: ReadabilityRule = {
  id: 'L3-01',
  title: '見出しは1行め',
  asks: '列の見出しを、ファイルやシートの1行めに書きます。',
  looks: '見出しらしい行が1行めにあるか、1行めが値になっていないかを調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: ({ tables }) =>
    failRuleAt(
      tables.flatMap((table) => [...late(table), ...missing(table)]),
      passRule('1行めに見出しがあります。'),
    ),
};

export const codeListsRule: ReadabilityRule = {
  id: 'L3-02',
  title: 'コードの一覧がついている',
  asks: 'コードや記号で書いた値が何を表すかの一覧を、表といっしょに公表します。',
  looks: '列の説明で値が決まっている列に、公表した一覧があるかを調べます。',
  people: '列の説明がないとき、コードの列があるか、一覧があるか。',
  judge: 'both',
  formats: ['csv', 'xlsx'],
  check: (book) => {
    const described = book.tables[0]?.described;
    if (!described)
      return askPerson(
        'コードの一覧は、このファイルの中にはありません。いっしょに公表しているかを確かめてください。',
      );
    const faults = checkHeadings(book, ({ title, described: known }) => {
      if (!known?.choices && !known?.codeList) return null;
      if (known.codeList !== null && described.codeLists.includes(known.codeList)) return null;
      return {
        wrong: `「${title}」の値が何を表すかの一覧がありません。`,
        instead: '値とその意味をならべた一覧を、表といっしょに公表してください。',
      };
    });
    return failRuleAt(faults, passRule('コードで書いた列には、どれも公表した一覧があります。'));
  },
};

/** Marks in columns of numbers whose meaning is not told. */
function undefinedMarks(table: SheetTable): Violation[] {
  return table.columns.filter(isNumericColumn).flatMap((column) =>
    listFilledCells(column)
      .filter(({ text }) => isMissingMark(text) && table.described?.marks[text.trim()] === undefined)
      .map(({ line, text }) =>
        createViolation(
          table,
          line,
          column.index,
          `数の列にある「${text}」の意味が、この表からはわかりません。`,
          '値がないなら空にしてください。記号を使うなら、その意味を列の説明に書いてください。',
        ),
      ),
  );
}

export const missingMarksRule: ReadabilityRule = {
  id: 'L3-03',
  title: '特別な記号の意味が決まっている',
  asks: '「-」「…」「X」のような記号を使うときは、その意味を決めて示します。',
  looks:
    '数の列に記号だけのセルがあるかを調べます。列の説明がある表では、意味が書かれていない記号を不合格にします。',
  people: '列の説明がないとき、記号の意味がほかのところで示されているか。',
  judge: 'both',
  formats: ['csv', 'xlsx'],
  check: ({ tables }) => {
    const faults = tables.flatMap(undefinedMarks);
    if (tables[0]?.described)
      return failRuleAt(faults, passRule('数の列に、意味のわからない記号はありません。'));
    return faults.length === 0
      ? passRule('数の列に、記号はありません。')
      : askPerson(`記号が${faults.length}か所にあります。意味が示されているかを確かめてください。`, faults);
  },
};

/** A heading that tells the unit itself: 人口（人）, 面積[km2], 割合(%), 件数, 緯度. */
const TELLS_UNIT =
  /[（(［[].+[）)］\]]|数$|(?:人口|世帯|年齢|緯度|経度)|[%％]|^(?:西暦|年|年度|月|日|時点)$/u;
/** Numbers that count nothing, and so have no unit. */
const NO_UNIT = /(?:コード|番号|順序?|id|no\.?|№|code|年|年度|郵便|電話|ランク|段階)$/iu;
const UNIT_COLUMN = /単位|unit/iu;

function lacks({ title, described }: SheetTableColumn, { columns }: SheetTable): boolean {
  if (NO_UNIT.test(title)) return false;
  if (described) return described.unit === null && described.unitColumn === null;
  return !TELLS_UNIT.test(title) && !columns.some((one) => UNIT_COLUMN.test(one.title));
}

export const unitsRule: ReadabilityRule = {
  id: 'L3-04',
  title: '単位がわかる',
  asks: '数の列の単位を、見出し、単位の列、または列の説明で示します。',
  looks:
    '数の列の見出しに単位があるか、単位の列があるか、列の説明に単位があるかを調べます。番号や順序には単位を求めません。',
  people: '列の説明がないとき、単位がほかのところで示されているか。',
  judge: 'both',
  formats: ['csv', 'xlsx'],
  check: (book) => {
    const faults = checkHeadings(book, (column, table) =>
      isNumericColumn(column) && lacks(column, table)
        ? {
            wrong: `数の列「${column.title}」の単位がわかりません。`,
            instead: '「人口（人）」のように見出しに書くか、「単位」の列をつくってください。',
          }
        : null,
    );
    if (book.tables[0]?.described)
      return failRuleAt(faults, passRule('数の列には、どれも単位か単位の列があります。'));
    return faults.length === 0
      ? passRule('数の列の単位は、見出しか単位の列でわかります。')
      : askPerson('見出しに単位のない数の列があります。単位が示されているかを確かめてください。', faults);
  },
};

/** A time of an era, as all that a cell or a heading says: 令和4年度, R5.10.1, 平成31年・令和元年. */
const ERA_TIME = new RegExp(
  `^${ERA_PATTERN}(?:\\d{1,2}|元)(?:年度?|[./-]).{0,20}$|^${ERA_PATTERN}(?:\\d{1,2}|元)$`,
  'u',
);
const WESTERN = /(?:^|\D)(?:1[89]|20|21)\d\d(?:\D|$)/u;
const WORD = /(?:明治|大正|昭和|平成|令和)(?:\d{1,2}|元)年/u;

const isEraTime = (text: string): boolean => {
  const folded = text.normalize('NFKC').trim();
  return ERA_TIME.test(folded) && !WESTERN.test(folded);
};

/** True where another cell of the row tells a time in Western years. */
const toldBeside = ({ cells }: SheetRow, index: number): boolean =>
  cells.some(({ text }, at) => at !== index && /^(?:1[89]|20|21)\d\d(?:[-/.年]|$)/u.test(text));

const YEAR = new RegExp(`(${ERA_PATTERN})(\\d{1,2}|元)`, 'gu');

/** A time of an era with Western years: 令和6年度 is 2024年度. */
function western(text: string): string {
  const plain = text.normalize('NFKC').trim();
  return plain.replace(YEAR, (all, era: string, year: string) =>
    String(toWesternYear(era, year === '元' ? 1 : Number(year)) ?? all),
  );
}

const insteadOf = (text: string): string =>
  `「${western(text)}」のように西暦で書くか、西暦の列（2024-04-01 など）を加えてください。`;

function findPeriodFaults(table: SheetTable, column: SheetTableColumn): Violation[] {
  const { title, index } = column;
  const wrongTitle = WORD.test(title.normalize('NFKC')) && !WESTERN.test(title);
  const heading = wrongTitle
    ? [
        createViolation(
          table,
          table.heading,
          index,
          `見出し「${title}」の年が、和暦だけです。`,
          insteadOf(title),
        ),
      ]
    : [];
  if (!matchesMostCells(column, (text) => isEraTime(text))) return heading;
  const cells = listFilledCells(column)
    .filter(({ text, line }) => isEraTime(text) && !toldBeside(line, index))
    .map(({ line, text }) =>
      createViolation(table, line, index, `「${text}」は和暦だけで、西暦がありません。`, insteadOf(text)),
    );
  return [...heading, ...cells];
}

export const westernYearsRule: ReadabilityRule = {
  id: 'L3-05',
  title: '年は西暦で（または西暦も）',
  asks: '年や日付は、西暦で書くか、和暦と西暦の両方を書きます。',
  looks:
    '時を書いた列と見出しが、和暦だけになっていないかを調べます。同じ行に西暦の列があればかまいません。文や名前の中の和暦は調べません。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: (book) =>
    failRuleAt(checkColumns(book, findPeriodFaults), passRule('和暦だけで書かれた時の列はありません。')),
};

const CODE = /(?:公共団体|団体|市区町村|市町村|自治体|都道府県|地域)コード/u;
const NAME = /^(?:市区町村|市町村|自治体|都道府県)(?:名|名称)?$/u;

function wrongCode(text: string): ViolationMessage | null {
  if (/^\d{6}$/u.test(text)) {
    if (isMunicipalityCode(text)) return null;
    const five = text.slice(0, 5);
    return {
      wrong: `「${text}」は、最後の1けた（検査数字）が合いません。`,
      instead: `はじめの5けたが正しければ ${five}${computeCheckDigit(five)} です。総務省の一覧で確かめてください。`,
    };
  }
  // Five digits are the code without its check digit, two that of a prefecture; each may have lost a leading 0.
  if (/^(?:0[1-9]|[1-4]\d)(?:\d{3})?$/u.test(text)) return null;
  return {
    wrong: `「${text}」は、全国地方公共団体コードの形ではありません。`,
    instead: /^\d{4,5}$/u.test(text)
      ? 'はじめの 0 が落ちていないかを確かめ、6けたで書いてください。'
      : '総務省が定める6けたのコードを書いてください。',
  };
}

function wrongName(text: string): ViolationMessage | null {
  if (/[都道府県市区町村]$/u.test(text)) return null;
  return {
    wrong: `「${text}」は、地域の正式な名前ではないようです。`,
    instead: '「見本市」のように「市」「県」などまで書くか、全国地方公共団体コードの列を加えてください。',
  };
}

function findUnitFaults(
  table: SheetTable,
  column: SheetTableColumn,
  look: (text: string) => ViolationMessage | null,
): Violation[] {
  return listFilledCells(column).flatMap(({ line, text }) => {
    const found = look(text.trim());
    return found ? [createViolation(table, line, column.index, found.wrong, found.instead)] : [];
  });
}

export const areaNamesRule: ReadabilityRule = {
  id: 'L3-06',
  title: '地域は標準のコードか正式な名前で',
  asks: '都道府県や市区町村は、標準のコードか、省かない名前で書きます。',
  looks:
    'コードの列では、けた数と検査数字を調べます。コードの列がなく、市区町村や都道府県の名前の列があれば、「市」「県」などで終わるかを調べます。',
  people: '地域の列がない表で、どの地域の値かがほかのところで示されているか。',
  judge: 'both',
  formats: ['csv', 'xlsx'],
  check: ({ tables }) => {
    const columnsOf = (form: RegExp) =>
      tables.flatMap((table) =>
        table.columns.filter(({ title }) => form.test(title)).map((column) => ({ table, column })),
      );
    const [codes, names] = [columnsOf(CODE), columnsOf(NAME)];
    const faults = [
      ...codes.flatMap(({ table, column }) => findUnitFaults(table, column, wrongCode)),
      ...(codes.length > 0
        ? []
        : names.flatMap(({ table, column }) => findUnitFaults(table, column, wrongName))),
    ];
    if (codes.length > 0)
      return failRuleAt(faults, passRule('コードのけた数と検査数字は、どれも合っています。'));
    if (names.length > 0) return failRuleAt(faults, passRule('地域の名前は、どれも省かずに書かれています。'));
    return tables[0]?.described
      ? passRule('地域ごとの値ではないので、地域の列はありません。')
      : askPerson(
          '地域のコードや名前の列がありません。どの地域の表かが、ほかのところで示されているかを確かめてください。',
        );
  },
};

export const sameLayoutRule: ReadabilityRule = {
  id: 'L3-07',
  title: '年が変わっても同じ形',
  asks: '毎年出す表は、列の名前、順、単位を年ごとに変えません。',
  looks: '1つのファイルからはわからないので、プログラムは調べません。',
  people: '前に公表した表と、列の名前、順、単位が同じか。',
  judge: 'person',
  formats: ['csv', 'xlsx'],
  check: ({ tables }) =>
    askPerson(
      tables[0]?.described
        ? 'このサイトは年ごとに表を分けず、同じ表に行を足します。前の版と列が同じかは、人が見くらべます。'
        : '前の年の表と、列の名前、順、単位が同じかを見くらべてください。',
    ),
};

const LATIN = /^[A-Za-z][A-Za-z0-9_-]*$/u;

function wrongWith({ title, described }: SheetTableColumn): ViolationMessage | null {
  if (!described)
    return { wrong: `列「${title}」の説明がありません。`, instead: '何の値かを、列の説明に書いてください。' };
  if (described.description === '')
    return {
      wrong: `列「${title}」の意味が書かれていません。`,
      instead: '何の値かを、列の説明に書いてください。',
    };
  if (LATIN.test(described.name)) return null;
  return {
    wrong: `列「${title}」に、英字の名前がありません（${described.name || '空'}）。`,
    instead: 'population のように、英字、数字、_ だけの名前を決めてください。',
  };
}

export const definitionsRule: ReadabilityRule = {
  id: 'L3-08',
  title: '列の説明、英語の列名、文字コードを示す',
  asks: '列の意味、値の作り方、変えてきたこと、英字の列名、文字コードと BOM のありなしを、表といっしょに示します。',
  looks:
    '列の説明がある表では、すべての列に意味と英字の名前があるかを調べ、文字コードと BOM を読み取ります。',
  people: '値の作り方と、変えてきたことの説明が足りているか。',
  judge: 'both',
  formats: ['csv', 'xlsx'],
  check: (book) => {
    const form =
      book.format === 'csv'
        ? `文字コードは ${book.encoding}、BOM は${book.mark ? 'あり' : 'なし'}です。`
        : '';
    const [table] = book.tables;
    if (!table?.described)
      return askPerson(
        `${form}列の説明、英字の列名、文字コードが、いっしょに公表されているかを確かめてください。`,
      );
    const faults = checkHeadings({ ...book, tables: [table] }, wrongWith);
    return failRuleAt(
      faults,
      askPerson(
        `すべての列に意味と英字の名前があります。${form}作り方と、変えてきたことの説明が足りているかは、人が読んで判断します。`,
      ),
    );
  },
};

/** A year, a month, or a number at the beginning or the end of a heading: what differs between columns of one kind. */
const FORMS: readonly (readonly [RegExp, string, number])[] = [
  [/(?:1[89]|20|21)\d\d(?:年度?)?/u, '年', 2],
  [/(?:明治|大正|昭和|平成|令和|[MTSHR])(?:\d{1,2}|元)(?:年度?)?/u, '年', 2],
  [/(?<!\d)(?:1[0-2]|[1-9])月/u, '月', 3],
  [/(?<=\D)\d{1,2}$/u, '番号', 3],
];

/** What is left of a heading without what differs; null where nothing does. */
function stemOf(title: string, form: RegExp): string | null {
  const folded = title.normalize('NFKC');
  return form.test(folded) ? folded.replace(form, '') : null;
}

/** How many headings differ from this one in a year, a month or a number alone, itself among them. */
function series(
  { title }: SheetTableColumn,
  columns: readonly SheetTableColumn[],
): { what: string; count: number } | null {
  for (const [form, what, least] of FORMS) {
    const stem = stemOf(title, form);
    if (stem === null) continue;
    const count = columns.filter((one) => stemOf(one.title, form) === stem).length;
    if (count >= least) return { what, count };
  }
  return null;
}

export const longFormRule: ReadabilityRule = {
  id: 'L3-09',
  title: '横に年をならべず、縦に長い形',
  asks: '年や項目ごとに列を増やさず、年や項目の名前の列と、値の列をもつ、縦に長い表にします。',
  looks:
    '見出しが、年（2つ以上）、月（3つ以上）、うしろの番号（3つ以上）だけのちがいでならんでいないかを調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: (book) =>
    failRuleAt(
      checkHeadings(book, (column, { columns }) => {
        const found = series(column, columns);
        if (!found) return null;
        return {
          wrong: `「${column.title}」のように、${found.what}だけがちがう列が${formatCount(found.count)}ならんでいます。`,
          instead: `「${found.what}」の列と「値」の列をつくり、1つの値を1行に書いてください。`,
        };
      }),
      passRule('年、月、番号だけがちがう列は、ならんでいません。'),
    ),
};
