import { statisticSheetMessages } from './figure-messages.ts';
import { defineError, defineWarning, NOTE_COLUMN } from './message-entry.ts';

/** Issues of a municipality's own sheet that is imported into a plan. */
export const sheetMessages = {
  'name-of-several': defineError(
    '「{value}」という名前の指標が、計画に{count}件あります（{known}）。どの指標の行か、わかりません。',
    '表に「指標ID」という列を加え、この行がどの指標かを、そのIDで書いてください。',
    { value: '満足度', count: 2, known: '「park-satisfaction」「road-satisfaction」' },
  ),
  'repeated-name': defineError(
    '「{value}」という名前の行が、表にいくつもあります（{where}）。別の指標かどうか、わかりません。',
    (v) =>
      `同じ指標を2回書いたのなら（再掲など）、1つを残して消してください。男性と女性のように分けた値なら、行ごとに「健康寿命（男性）」のような名前にします。目標と実績の行なら、「区分」の列に「目標」か「実績」とだけ書きます。ほかの指標なら、表に「指標ID」という列を加え、行ごとにちがうIDを書きます。${v.known ? `すでにある指標のIDは${v.known}です。` : ''}`,
    { value: '満足度', where: '3行め、8行め', known: '「park-satisfaction」' },
  ),
  'nameless-row': defineError(
    (v) =>
      v.value
        ? `「${v.value}」だけでは、どの指標の値か、わかりません${v.part ? `（「${v.part}」は別の列にあります）` : ''}。`
        : '値がありますが、指標の名前が空です。どの指標の値か、わかりません。',
    '名前を1つのセルに書いてください。男性と女性のように分けた値なら、行ごとに「健康寿命（男性）」のような名前にします。上の行と同じ指標の目標や実績（「上段は目標値、下段は実績値」の表など）なら、「区分」の列に、行ごとに「目標」か「実績」とだけ書きます。指標でなければ、行を消してください。',
  ),
  'name-alone': defineWarning(
    (v) =>
      v.item
        ? `「${v.value}」がどの項目か、tree.csv の名称からは決められません。この下にある新しい指標のコードは、空にします。`
        : `「${v.value}」の行には、名前だけがあり、値がありません。この行は使いません。`,
    (v) =>
      v.item
        ? '計画の項目の名前なら、tree.csv の名称とそろえるか、表に「コード」の列を加えてください。注などなら、表から除いてください。'
        : '1つの指標の名前が2行に分かれているなら、1つのセルにまとめてください。分野や施策の名前、注などなら、このままでかまいません。',
    { value: '市民の割合' },
  ),
  // The import says why, so that /check/, which reads no plan items, need not load it.
  'unplaced-item': defineError('「{value}」を計画のどこに置くか、わかりません。{why}', '{advice}', {
    value: '見守りの充実',
    why: 'すぐ上の階層の「政策」がありません。',
    advice: '表に「政策」を書いてください。',
  }),
  'other-item': defineError(
    (v) =>
      v.other
        ? `「${v.value}」のコードは「${v.code}」になりますが、計画では、同じ名前の項目のコードが「${v.other}」です。`
        : `「${v.value}」のコードは「${v.code}」になりますが、${v.line ? `${v.line}行めの` : '計画では、それは'}「${v.before}」のコードです。`,
    '計画と見くらべて、表の番号か名前を直してください。計画が変わったのなら、先に tree.csv の行を直します。',
    { value: '見守り', code: '1_2', before: '相談' },
  ),
  'unclear-row-kind': defineError(
    '「{value}」のこの行が、目標か実績か、わかりません。ほかの行には書かれています。',
    'この行にも「目標」か「実績」と書いてください。',
    { value: '健診を受けた人の割合' },
  ),
  'unreadable-layout': defineError(
    '取りこめない形の表です。{layout}とみられます。',
    '{advice}。読める見出しの例は{example}です。',
    {
      layout: '1行に1年ずつ書いた表（年度の列と値の列）',
      advice: '1行に1つの指標を書き、年度を横に並べてください',
      example: '「指標名、現状値（令和4年度）、目標値（令和9年度）」',
    },
  ),
  'second-indicator': defineError(
    (v) =>
      v.groups
        ? `表が、${v.groups}に分かれています。1つの計画の値として、いっしょには読めません。`
        : `「${v.what}」とみられる列が2つあります：${v.columns}。1行に2つの指標があるのか、どちらかがちがう意味の列なのか、わかりません。`,
    (v) =>
      v.groups
        ? '取りこむ計画の列や行だけを残し、ほかの計画のものは、別のファイルに分けてください。地区や対象で分かれているなら、行を分け、名前を「利用者数（北部）」のようにします。' +
          (v.heading ? `計画の期でないなら、「${v.heading}」の見出しを「時期」などに変えると読めます。` : '')
        : v.what === '単位'
          ? `1つの指標で、現状値と目標値の単位がちがうなら、左の「単位」の列だけを残し、右の単位（「${v.unit}」など）は、値のセルに「100${v.unit}」のように書いてください。1行に2つの指標があるなら、右の指標の名前、単位、値を、表の下の行に移してください。`
          : `1行に2つの指標があるなら、右の指標の名前、単位、値を、表の下の行に移してください。1つの指標なら、${v.what}でないほうの見出しを「種類」や「番号」などに変えてください。見出しのない列には、見出しを書いてください。`,
    { what: '名称', columns: '「成果指標」（A列）と「活動指標」（E列）' },
  ),
  'split-heading': defineError(
    (v) => {
      if (v.group) return `「${v.heading}」の列の上にも、見出しの「${v.group}」がかかるのか、わかりません。`;
      if (v.target) return `「${v.value}」が、「${v.heading}」の「${v.target}」と別の列にあります。`;
      if (v.sum) return `「${v.sum}」とありますが、1年ごとの実績の列のほかに、「${v.heading}」の列があります。`;
      return v.letters
        ? `「${v.heading}」の列の右の${v.letters}列には、見出しがありませんが、${v.unit ? '単位' : '数'}（「${v.value}」）があります。${v.unit ? '' : `どちらが「${v.heading}」の値か、わかりません。`}`
        : `見出しのすぐ下の行は、見出しの続きとみられますが、読めません（「${v.heading}」の下に「${v.value}」）。`;
    },
    (v) => {
      if (v.group)
        return 'どの列の見出しも、「令和5年度実績」「令和9年度目標」のように、1つの行に書いてください。「実績」などを上の行に書くなら、その見出しのいちばん左の列に書きます。';
      if (v.target)
        return `目標のセルに「${v.written}」のように書いてください。目標のことでなければ、${v.letters}列の「${v.value}」を消してください。`;
      if (v.sum)
        return '累計の指標なら、累計の列だけを「令和5年度実績」のような見出しで残してください。1年の数なら、「累計」の言葉を除きます。';
      if (v.unit && v.letters) return `${v.letters}列の見出しを「単位」としてください。`;
      if (v.unit) return 'この行を消し、「単位」の列を加えて、指標ごとに単位を書いてください。';
      return 'どの列にも、「指標名」「現状値（令和4年度）」「令和5年度実績」のように、見出しを1つの行に書いてください。計画と実績に分かれた列は「令和5年度計画」「令和5年度実績」とし、計画の数が目標なら「令和5年度目標」とします。男女や四半期などに分かれた列は、全体の値の列だけを「令和5年度実績」とし、ほかの列の見出しを「男」のようにすると、使いません。件数と金額や、小学校と中学校なら、行を分け、名前を「貸出冊数（小学校）」のようにします。上限と下限は、1つの列に「80～85」のように書きます。';
    },
    { heading: '令和6年度実績', letters: 'E', value: 30 },
  ),
  'unread-target': defineError(
    '「{heading}」の列は目標とみられますが、読めません。このままでは、目標のない指標になります。',
    (v) => {
      const [limit = ''] = /以[上下内]|未満/.exec(String(v.heading)) ?? [];
      const yearly = /[毎各]年/.test(String(v.heading)) ? '毎年度' : '';
      const sum = v.sum && '「60棟（5年間累計）」（どの年も同じ目標なら「毎年度150人」）';
      const cell = limit || yearly ? `「${yearly}150人${limit}」` : sum;
      return `見出しを「目標値（令和9年度）」のように直${cell ? `し、値のセルも${cell}のように書き直` : ''}してください。途中の目標なら「中間目標（令和7年度）」、見直した目標なら「見直し後目標値（令和9年度）」とします。${v.sum ? '実績も累計の値なら、「集計」の列に「累計」と書くと、くらべられます。' : ''}${/増加?分/.test(String(v.heading)) ? '増やす分の目標なら、値も、増えた後の数に直します。' : ''}目標でなければ、見出しから「目標」の言葉を除いてください。`;
    },
    { heading: '市が目指す目標' },
  ),
  'unit-above-table': defineError(
    '「{words}」は、単位として読みません。「{value}」には、ほかに単位がありません。',
    (v) =>
      `表に「単位」の列を加え、行ごとに単位を書いてください。${v.unit ? `「${v.value}」が「${v.words}」のとおりなら、「${v.unit}」と書きます。` : ''}`,
    { words: '（単位：千円）', value: 'ふるさと納税の額', unit: '千円' },
  ),
  'result-after-end': defineWarning(
    '「{indicator}」の状態は「{state}」ですが、表に{period}の実績があります。',
    '新しい数え方の値なら、別の指標を加え、表に「指標ID」の列を加えて、そのIDを書いてください。数え方が変わる前の値なら、このままでかまいません。測りつづけている指標なら、indicators.csv の状態を「継続」に直します。',
    { indicator: 'park-visitors', state: '定義変更', period: '令和8年度' },
  ),
  'other-plan-value': defineWarning(
    '「{indicator}」の{column}は「{value}」ですが、{file} の{line}行めでは「{before}」です。この値は書きません。',
    (v) =>
      v.column === '目標値'
        ? '資料と見くらべてください。目標を見直したなら、targets.csv に、種類が「最終」で、設定日のある行を足します（途中の目標なら「中間」）。'
        : '資料と見くらべてください。新しい年の実績なら、見出しを「令和6年度実績」のように直すと読めます。今の現状値がまちがいなら、その行を手で直します。',
    {
      indicator: 'shops',
      column: '目標値',
      value: '250店',
      file: 'data/plans/mihon-kurashi/indicators.csv',
      line: 3,
      before: '220店',
    },
  ),
  'unused-values': defineWarning(
    (v) => {
      if (v.part) return `「${v.heading}」の列（「${v.part}」など）は、使いません。`;
      const unclear = v.undated ? 'いつの実績かわからない' : '何の値かわからない';
      const why = v.other ? 'ほかの地域の値とみた' : v.sum ? '1年ごとの実績の列がある' : unclear;
      return `「${v.heading}」の列に値がありますが、${v.used ? `「${v.used}」の列を使う` : why}ので、使いません。`;
    },
    (v) => {
      if (v.part) return `確かめて、一部の値なら「指標名（${v.part}）」のような名前にしてください。`;
      if (v.time)
        return v.used
          ? '目標の年なら、目標値のセルに「100人（令和10年度）」のように書いてください。目標に達した年や、達する見込みの年なら、このままでかまいません。'
          : '目標の年なら、見出しを「目標値の時点」と直すと読めます。要らない列なら、このままでかまいません。';
      if (v.year)
        return 'ほかの年の実績なら、見出しを「令和5年度実績」のように直すと読めます。要らない列なら、このままでかまいません。';
      if (v.era)
        return '年なら、見出しに元号か4けたの西暦をつけて、「令和5年度実績」のように直すと読めます。要らない列なら、このままでかまいません。';
      if (v.sum)
        return '目標値が累計なら、累計の列だけを「令和5年度実績」のような見出しで残し、「集計」の列に「累計」と書いてください。1年の値なら、このままでかまいません。';
      if (v.other)
        return 'この市区町村の値なら、見出しを「目標値（令和9年度）」や「令和5年度実績」のように直すと読めます。要らない列なら、このままでかまいません。';
      if (v.revised)
        return 'その年度の目標なら、見出しを「令和5年度目標」のように直すと読めます。目標を見直したのなら、新しいほうを「見直し後目標値（令和9年度）」とします。前の計画の目標や、要らない列なら、このままでかまいません。';
      if (v.used) return 'どちらの列の値が正しいかを資料で確かめ、使わない列を表から除いてください。';
      const heading = String(v.heading);
      if (/半期|[1-4１-４]Q|見込|予定|予測|推計/.test(heading))
        return 'その年度の実績なら、見出しを「令和5年度実績」のように直すと読めます。年の途中までの値、見込み、予定なら、このままでかまいません。';
      if (/増加?分/.test(heading))
        return '増えた分だけの数は実績ではないので、このままでかまいません。のせるときは、見出しを「令和5年度実績」のように直し、値も、増えた後の数に直してください。';
      if (/[(（][^()（）]*(?:[月日末]|時点|現在|\d[./]\d)/.test(heading) && !heading.includes('平均'))
        return 'その日の値なら、見出しを「令和5年10月1日現在」のように、その年度の値なら「令和5年度実績」のように直すと読めます。要らない列なら、このままでかまいません。';
      const result = heading.includes('目標') ? '目標値（令和9年度）' : '令和5年度実績';
      const example = /基準|現状|策定/.test(heading) ? '基準値' : result;
      // The words would be lost with the heading, and the sum compared with the number of a year.
      if (/平均|累計|累積|合計|年間/.test(heading))
        return `見出しを「${example}」のように直し、「累計」などの言葉は、値のセルに「月平均100人」「30件（R1～R3年度の平均）」「1,000本（5年間累計）」のように書いてください。要らない列なら、このままでかまいません。`;
      return v.undated
        ? '見出しを「令和5年度実績」のように直すと読めます。'
        : '見出しを「現状値」「現状値の時点」「令和5年度実績」「令和5年度目標」「目標値（令和9年度）」のように直すと読めます。要らない列なら、このままでかまいません。';
    },
    { heading: '実績値の平均' },
  ),
  'open-result': defineWarning(
    '「{words}」とありますが、{letters}列の{period}の値は、確報として書きます。',
    '見出しを「令和5年度実績（速報値）」「令和5年度（見込み）」「令和5年12月末現在」「目標値（令和9年度）」のように直してください。1つの値だけなら、値のセルに「12（速報値）」のように書きます。確かな値なら、このままでかまいません。',
    { words: '令和5年度は速報値', letters: 'E', period: '令和5年度' },
  ),
  'unclear-column-year': defineWarning(
    '「{heading}」の列の{years}は、年か年度かがわかりません。',
    (v) =>
      `「${v.year}年度」か「${v.year}年」と書くか、${v.inBrowser ? '上の「取りこむ表の見出しの年」で選んで' : '--years 年度 か --years 暦年 をつけて'}ください。それまで、この列の時点は「不明」とします。`,
    { heading: 'R5実績', year: 'R5', years: '「R5」' },
  ),
  'other-result': defineWarning(
    (v) =>
      v.final
        ? `「${v.indicator}」の${v.period}の実績「${v.value}」は、表では確報ですが、${v.file} の${v.line}行めでは速報です。`
        : `「${v.indicator}」の${v.period}の実績は「${v.value}」ですが、${v.file} の${v.line}行めでは「${v.before}」${v.written ? `（${v.written}）` : ''}です。この実績は書きません。`,
    (v) =>
      v.final
        ? '資料と見くらべてください。確報なら、その行の確度を手で「確報」に書きかえます（ちがう資料の値なら、出典IDも）。'
        : '資料と見くらべてください。今の値を変えるなら、その行の値を手で書きかえます（速報だったなら確度も、ちがう資料の値なら出典IDも）。まちがいを直したときは、npm run release が data/changes.csv に書く理由をたずねます。',
    {
      indicator: 'shops',
      period: '令和7年度',
      value: '188店',
      file: 'data/plans/mihon-kurashi/observations.csv',
      line: 9,
      before: '190店',
    },
  ),
  'no-indicator-headings': defineError(
    '指標の表の見出しが見つかりません。{lacking}がありません（読んだ見出し: {found}）。',
    '読める見出しの例は{example}です。指標の表でないもの（予算や人口など）は、取りこめません。別のシートにある表なら、--sheet にその名前を書くか、ブラウザーでは、そのシートだけのブックに分けてください。',
    {
      lacking: '指標の名前の列（「指標名」など）',
      found: '事業名、R6、R8',
      example: '「指標名、現状値（令和4年度）、目標値（令和9年度）」',
    },
  ),
  ...statisticSheetMessages,
} as const;

/** The advice for a heading that cannot be read. */
const OMIT_COLUMN = '要らない列なら、表から除けば、ほかの列を取りこめます。';

/** Issues of Excel files. */
export const workbookMessages = {
  'damaged-workbook': defineError(
    'Excel のファイルとして開けません。',
    'ファイルがこわれているか、ちがう種類のファイルです。もとの表を Excel で開いて、「Excel ブック（.xlsx）」で保存し直してください。',
  ),
  'locked-workbook': defineError(
    'Excel のファイルにパスワードがかかっています。',
    'Excel で開いて、パスワードをはずして保存し直してください。',
  ),
  'old-workbook': defineError(
    '古い形（.xls）の Excel のファイルです。',
    'Excel で開いて、「Excel ブック（.xlsx）」で保存し直してください。',
  ),
  'large-workbook': defineError(
    'Excel のファイルが大きすぎます（広げると {limit} MB をこえるか、シート、セル、書式のどれかが多すぎます）。',
    '要る表だけを新しいブックに写すか、CSV で保存してください。',
    { limit: 128 },
  ),
  'unknown-sheet': defineError(
    (v) => (v.value ? `「${v.value}」というシートがありません。` : '見えているシートがありません。'),
    (v) => {
      if (v.near) return `「${v.near}」ではありませんか。`;
      return v.sheets ? `あるシートは ${v.sheets} です。` : '表のあるシートを表示して、保存し直してください。';
    },
    { value: '指標', sheets: '表紙、実績' },
  ),
  'hidden-sheet': defineWarning(
    'シート「{value}」はかくれているので、読みません。',
    '読むのは「{sheet}」だけです。それでよければ、このままでかまいません。',
    { value: '作業用', sheet: '指標' },
  ),
  'unread-sheets': defineWarning(
    'シート{sheets}は読みません。読むのは「{sheet}」だけです。',
    (v) =>
      `${v.inBrowser ? 'ほかのシートの表は、' : `ほかのシートの表も取りこむには、npm run import に --sheet ${/\s/.test(String(v.next)) ? `"${v.next}"` : v.next} のように、シートの名前を1つずつ書きます。npm run check とブラウザーでは、`}そのシートだけのブックに分けてください。要らないシートなら、このままでかまいません。`,
    { sheets: '「福祉部」「教育部」', sheet: '環境部', next: '福祉部' },
  ),
  'hidden-cells': defineError(
    '{what}がかくれていますが、値があります。',
    '再表示して、のせてよい値かを確かめてください。のせないものは消します。',
    { what: '3行めから5行めまで' },
  ),
  'merged-cells': defineError(
    'セル {range} が結合されています。',
    (v) =>
      v.inHeading
        ? '結合を解いて、それぞれの列に、ちがう見出しを書いてください（例: 「番号」と「指標名」）。'
        : '結合を解いて、それぞれのセルに値を書いてください。1行のことを2行に書いたのなら、1行にまとめます。1回の値なら、その年のセルだけに書きます。',
    { range: 'A3:A5' },
  ),
  'commented-cell': defineWarning(
    'セル {reference} に、メモ（コメント）がついています。メモは読みません。',
    `速報値や数え方のちがいなど、値の意味が変わることが書かれていれば、${NOTE_COLUMN}に書いてください。`,
    { reference: 'C5' },
  ),
  'formula-cell': defineWarning(
    'セル {reference} は数式です。保存されている計算結果を読みます。',
    '資料に書かれている値と同じかを確かめ、「値として貼り付け」で値に直してください。',
    { reference: 'C5' },
  ),
  'error-cell': defineError(
    (v) => (v.value ? `セルの値が、エラー（${v.value}）です。` : '数式の計算結果が保存されていません。'),
    (v) => `資料に書かれている値を書いてください。${v.inHeading ? OMIT_COLUMN : ''}`,
    { value: '#REF!' },
  ),
  'unsure-format': defineError(
    (v) =>
      v.value === '0'
        ? 'セルの値は 0 ですが、表示形式や、シートの「ゼロ値を表示しない」という設定のために、0 と見えていません。'
        : `セルの値は ${v.value} ですが、表示形式のために、ちがう数や文字に見えています。`,
    (v) =>
      v.value === '0'
        ? 'まだ値がないなら、セルを空にするか「集計中」と書いてください。0 なら、0 と見えるようにしてください。'
        : `列の書式を「文字列」にして、資料に書かれているとおりの値を書いてください。${v.inHeading ? OMIT_COLUMN : ''}`,
    { value: 1234567 },
  ),
  'styled-text': defineError(
    (v) =>
      v.raised
        ? `セル ${v.reference} の「${v.text}」のうち、上つきの「${v.part}」は、注の番号とみられます。`
        : v.unseen
          ? `セル ${v.reference} の「${v.text}」は、文字と背景の色が同じ設定なので、見えないとみられます。`
          : `セル ${v.reference} の「${v.text}」${v.part === v.text ? '' : `のうち、「${v.part}」`}には取り消し線があります。`,
    (v) =>
      v.raised
        ? `注の番号なら消して、注は${NOTE_COLUMN}に書いてください。値や名前の一部なら、上つきをやめてください。`
        : `${v.unseen ? '見えない' : '線で消した'}字を、セルから除いてください。要る字なら、${v.unseen ? '色を変えて' : '取り消し線をはずして'}ください。`,
    { reference: 'C5', text: '45.21', part: '1', raised: 1 },
  ),
  'rounded-cell': defineWarning(
    'セルの値は {value} ですが、見えているのは丸めた数です。丸める前の {value} を読みます。',
    '資料に書かれているけた数の値に直してください。',
    { value: '97.412%' },
  ),
} as const;
