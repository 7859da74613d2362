import { defineError, defineWarning, type MessageValues } from './message-entry.ts';

/** Returns advice about a code that no item has: another one looks like it, or is what a spreadsheet made of it. */
const adviseCode = (other: string) => (v: MessageValues) => {
  if (v.serial)
    return `tree.csv のコードの「${v.serial}」は、Excel が「${v.value}」を日付に変えたものではありませんか。そちらを「${v.value}」に直してください。`;
  const near = v.near ? `「${v.near}」ではありませんか。` : '';
  return v.date
    ? `Excel が 1-1 などを日付に変えたときの連番（${v.date}）かもしれません。${near}列の書式を「文字列」にしてから、計画の番号を 1_1 のように書いてください。`
    : near || other;
};

/** Issues of records that refer to, repeat or contradict one another. */
export const referenceMessages = {
  'repeated-id': defineError(
    '「{value}」は {file} の{line}行めにもあります。',
    'どちらかを、ほかの行にないものにしてください。同じことを2回書いたのなら、行を1つ消します。',
    { value: 'mihon-joho', file: 'data/departments.csv', line: 3 },
  ),
  'unknown-parent': defineError(
    '親コード「{value}」という項目が、この計画にありません。',
    adviseCode(
      'コードの列にある値を書いてください。いちばん上の項目では空にします。親の行を消したのなら、この行も直します。',
    ),
    { value: '1_l', near: '1_1' },
  ),
  'empty-parent': defineWarning(
    '「{value}」の親コードが空ですが、「{near}」という項目があります。',
    'その下の項目なら、親コードに「{near}」と書いてください。いちばん上の項目なら、このままでかまいません。',
    { value: '1_1_2', near: '1_1' },
  ),
  'own-parent': defineError('「{value}」が、自分自身を親にしています。', 'すぐ上の項目のコードを書いてください。', {
    value: '3_1',
  }),
  'parent-loop': defineError('親をたどると、もとの項目に戻ってしまいます（{loop}）。', '親コードを確かめてください。', {
    loop: '3_1 → 3_2 → 3_1',
  }),
  'unknown-code': defineError(
    'コード「{value}」という項目が、この計画にありません。',
    adviseCode('tree.csv のコードの列にある値を書いてください。項目を消したのなら、ここも直します。'),
    { value: '2_9' },
  ),
  'unknown-reference': defineError(
    '「{value}」という{what}がありません。',
    (v) => {
      const near = v.near ? `「${v.near}」ではありませんか。` : '';
      if (v.file === 'content/plans/')
        return `${near || '今の計画IDを書いてください。'}のせていない計画なら、行を消してください。`;
      const own = near || `${v.file} にあるIDを書くか、そちらに行を足してください。`;
      if (v.file === 'data/')
        return `${own}${near ? '' : 'IDを変えたのなら、今のIDに直します。'}のせるのをやめたもののIDなら、消してください。`;
      if (near) return `${near}新しいものなら、${v.file} に行を足してください。`;
      return v.what === '指標ID' ? `${own}測るのをやめた指標の行は、消さずに、状態を「終了」とします。` : own;
    },
    { value: 'mihon-zaisei', what: '部署ID', file: 'data/departments.csv' },
  ),
  'id-of-other-plan': defineError(
    '「{value}」は、ほかの計画（{other}）のIDです。この表は「{plan}」の表です。',
    '行がこの計画のものなら「{id}」とだけ書きます。ほかの計画のものなら、その計画の表に移してください。',
    { value: 'mihon-midori/trees', other: 'mihon-midori', plan: 'mihon-keikaku', id: 'trees' },
  ),
  'renamed-id': defineWarning(
    '「{value}」という{what}は、サイトの今のファイルにありません。',
    '「{near}」ではありませんか。公開したIDは、変えないでください。新しく足すIDなら、このままでかまいません。',
    { value: 'sns-follower', what: '指標ID', near: 'sns-followers' },
  ),
  'name-of-other-indicator': defineWarning(
    '指標ID「{id}」の{heading}は「{title}」ですが、「{value}」と書かれています。',
    '行がずれていないか、指標IDと値を確かめてください。どちらも合っていれば、ここの{heading}を「{title}」に直します。この列は公開しません。',
    { id: 'readers', heading: '名称', title: '広報紙を読む人の割合', value: '窓口で待つ時間' },
  ),
  'empty-result': defineWarning(
    '実績の値が空です。値のない実績として、ページに出ます。',
    '値がまだなければ、行を消します。値のない理由がわかれば、集計中、未調査などと書きます。',
  ),
  'moved-without-target': defineError(
    '「項目」が「{item}」の行の「対象」に書けるIDは1つですが、「{value}」とあります。',
    '今のIDを1つだけ書いてください。いくつも変えたときは、1つずつ行を分けます。',
    { value: 'mihon-a;mihon-b', item: 'IDの変更' },
  ),
  'similar-item': defineWarning(
    '「項目」の「{value}」は、「{near}」とは読みません。',
    '元のページから案内する行なら、「{near}」とそのとおりに書いてください。ちがうことなら、このままでかまいません。',
    { value: '計画の入れ替え', near: '計画の入れかえ' },
  ),
  'same-before-after': defineWarning(
    '「前」と「後」が同じです。',
    '前の保存版と見くらべて、正しい値に直してください。',
  ),
  'repeated-old-id': defineError(
    '「前」の「{value}」は、{line}行めの「IDの変更」にもあります。',
    '元のIDのページから案内できる先は1つだけです。どちらかの行を消すか、「前」を直してください。',
    { value: 'mihon-sogo/waiting', line: 3 },
  ),
  'shared-id': defineError(
    '{what}「{value}」が、{other}（{file} の{line}行め）と同じです。',
    'IDだけで何のことかがわかるように、どちらかをちがうIDにしてください。',
    { what: '計画ID', value: 'mihon', other: '市区町村ID', file: 'data/municipalities.csv', line: 2 },
  ),
  'other-prefecture': defineError(
    '団体コードが {number} で始まるのは{name}の市区町村ですが、都道府県は「{value}」です。',
    '団体コードが正しければ「{name}」と書き、都道府県が正しければ団体コードを直してください。',
    { value: '千葉県', number: '11', name: '埼玉県' },
  ),
  'department-elsewhere': defineWarning(
    '「{value}」は、ほかの市区町村（{owner}）の部署です。この計画は「{municipality}」の計画です。',
    '担当と departments.csv の市区町村IDを確かめてください。正しければ、このままでかまいません。',
    { value: 'tonari-koho', owner: 'tonari', municipality: 'mihon' },
  ),
  'bad-old-id': defineError(
    '「前」の「{value}」は、「{now}」の元のIDとして読めません。',
    '「{now}」と同じ形で、変える前のIDを書いてください。',
    { value: '旧計画', now: 'mihon-sogo' },
  ),
  'unclear-abolition': defineError(
    ({ value, today }) => {
      if (!value) return '合併先がありますが、廃止日がありません。';
      if (!today) return `廃止日（${value}）がありますが、changes.csv に記録がありません。`;
      return `廃止日（${value}）が、changes.csv と保存版のいちばん新しい日（${today}）より後です。`;
    },
    '合併した日を書いてください。まだ合併していなければ、廃止日と合併先を空にします。合併したのなら、changes.csv にも書きます。',
    { value: '2027-04-01', today: '2026-11-20' },
  ),
  'successor-loop': defineError(
    '合併先をたどると、もとの市区町村に戻ってしまいます（{loop}）。',
    'なくなった市区町村の行に、合併してできた市区町村のIDを書いてください。今もある市区町村では空にします。',
    { loop: 'mihon → tonari → mihon' },
  ),
  'replacement-loop': defineError(
    '計画の入れかえをたどると、前の計画に戻ってしまいます（{loop}）。',
    '「対象」には新しい計画のID、「前」には前の計画のIDを書きます。逆に書いた行がないか、確かめてください。',
    { loop: 'mihon-sogo → mihon-sogo-2 → mihon-sogo' },
  ),
  'old-id-in-use': defineError(
    '「前」の「{value}」は、今も使われているIDです。',
    '変える前のIDを確かめてください。使われているIDのページは、ほかのページへ案内できません。計画のIDを変えたときは、data/sources.csv にある同じ出典IDと、それを書いたところも、今の計画IDに変えます。',
    { value: 'mihon-sogo/2_1' },
  ),
  'unknown-level': defineError(
    '階層「{value}」が、この計画の階層の名前にありません。',
    '計画の index.mdx の levels にある名前（{choices}）を書いてください。この名前が正しければ、levels に書き足します。',
    { value: '大綱', choices: '政策、施策、取組' },
  ),
  'level-order': defineError(
    '「{value}」が、親の階層「{parent}」より上の階層です。',
    '親コードか階層を確かめてください。',
    { value: '施策', parent: '取組' },
  ),
  'missing-theme': defineError(
    '{kind}「{value}」にテーマがありません。',
    'data/themes.csv にあるテーマIDを1つから3つ、; で区切って書いてください。',
    { kind: '施策', value: '2_2' },
  ),
  'too-many-themes': defineError('テーマが{count}個あります。', '主なテーマを3つまでにしてください。', { count: 4 }),
  'missing-summary': defineError(
    '「{value}」に要約がありません。',
    '何を、だれのためにするのかを、やさしい言葉で、1文か2文にまとめて書いてください。',
    { value: '2_2' },
  ),
  'target-before-baseline': defineError(
    '目標値の時点「{value}」が、現状値の時点「{baseline}」と同じか、それより前です。',
    'どちらかの時点を確かめてください。',
    { value: '令和3年度', baseline: '令和4年度' },
  ),
  'target-before-plan': defineWarning(
    '目標値の時点「{value}」が、計画の期間「{period}」より前です。',
    '前の計画の目標ではありませんか。そうなら、この計画から除いてください。計画のとおりなら、このままでかまいません。',
    { value: '令和8年度', period: '令和9年度～令和13年度' },
  ),
  'far-target': defineWarning(
    '目標値の時点「{value}」が、現状値の時点「{baseline}」から{years}年も後です。',
    'どちらかの元号や年の入力のまちがいではないかを確かめてください。計画のとおりなら、このままでかまいません。',
    { value: '令和90年度', baseline: '令和4年度', years: 86 },
  ),
  'time-without-value': defineWarning(
    '「{periodHeading}」は「{time}」ですが、「{field}」が空です。',
    '計画に値があれば、書いてください。なければ、計画のとおりに「－」などと書くか、時点も空にします。',
    { periodHeading: '目標値の時点', time: '令和9年度', field: '目標値' },
  ),
  'no-direction': defineWarning(
    '指標「{value}」に良い方向が書かれていません。',
    '増加・減少・維持・範囲のどれかを書いてください。{meanwhile}',
    {
      value: '広場を使った人',
      meanwhile: 'それまでは、現状値から目標値への向き（増えるとよい）で判断します。',
    },
  ),
  'comparator-against-direction': defineWarning(
    '目標値「{value}」が、良い方向「{direction}」と合いません。',
    '以上・以下などの言葉か、indicators.csv の良い方向を確かめてください。40%以上60%以下 のような範囲の目標なら、良い方向は「範囲」です。合わないうちは、進み具合を評価しません。',
    { value: '20人以下', direction: '増加' },
  ),
  'direction-against-movement': defineWarning(
    '良い方向は「{direction}」ですが、現状値「{baseline}」から目標値「{value}」への向きが逆です。',
    'indicators.csv の良い方向と、目標値を確かめてください。悪くなるのをおさえる目標なら、このままでかまいません。',
    { value: '80人', baseline: '100人', direction: '増加' },
  ),
  'maintain-needs-bound': defineWarning(
    '良い方向が「維持」の目標値「{value}」に、以上も以下も書かれていません。',
    '計画の意味に合わせて、以上・以下をつけるか、範囲で書いてください。このままだと、ぴったり同じ値なら達成とし、ちがう値は評価しません。',
    { value: '95%' },
  ),
  'range-needs-ends': defineWarning(
    '良い方向が「範囲」ですが、目標値「{value}」は範囲ではありません。',
    '40%以上60%以下 のように書くか、indicators.csv の良い方向を確かめてください。以上も以下もない数のままだと、ぴったり同じ値なら達成とし、ちがう値は評価しません。',
    { value: '40%以上' },
  ),
  'over-100-percent': defineWarning(
    '「{value}」は100%をこえています。',
    '入力のまちがいがないか確かめてください。100%をこえることのある割合なら、このままでかまいません。',
    { value: '974%' },
  ),
  'negative-count': defineWarning(
    (v) =>
      `「${v.value}」は${/[+＋]/.test(`${v.value}`) ? '増えたとみられる' : '0より小さい'}${v.unit === '%' || v.unit === '％' ? '割合です' : `数ですが、単位は「${v.unit}」です`}。`,
    '符号を確かめ、増減したあとの数を書いてください。増減を表す指標なら、このままでかまいません。',
    { value: '▲120人', unit: '人' },
  ),
  'count-with-decimals': defineWarning(
    '「{value}」の「.」を小数点とみて、{read} と読みました。',
    '千の位の区切りなら、1,000 のように「,」を書いてください。小数なら、このままでかまいません。',
    { value: '1.250人', read: '1.25' },
  ),
  'falling-cumulative': defineWarning(
    '累計の値が、「{before}」（{file} の{line}行め）から「{value}」に減っています。',
    '値と時点を確かめてください。1年ごとの数なら、それまでの合計に直すか、indicators.csv の集計を「単年」とし、名称の「累計」を除きます。数え方を変えたのなら、indicators.csv の状態を「定義変更」にします。',
    { before: '320人', file: 'data/plans/mihon-sogo/observations.csv', line: 9, value: '32人' },
  ),
  'slipped-unit': defineWarning(
    '「{value}」は、前後の値「{near}」のおよそ{times}です。',
    'けたや単位（千人と人など）を確かめてください。正しければ、このままでかまいません。',
    { value: '152千人', near: '15.2千人', times: '10倍' },
  ),
  'slipped-percent': defineWarning(
    '「{value}」は、{heading}「{near}」などとけたがちがいます。',
    '「{percent}」の書きまちがいではありませんか。% の指標では、100倍した数を書きます。正しければ、このままでかまいません。',
    { value: '0.382', heading: '現状値', near: '35.5%', percent: '38.2%' },
  ),
  'percent-as-fraction': defineWarning(
    '指標「{title}」の単位は % ですが、「{value}」など、どの値も1以下です。',
    '0.382 ではなく 38.2 のように、100倍した数を書いてください。本当に1%以下なら、0.7% のように % をつけます。',
    { title: '広報紙を読む人の割合', value: '0.355' },
  ),
  outlier: defineWarning(
    '「{value}」は、この{what}のほかの値（{others}）から大きく離れています。',
    (v) =>
      `資料と見くらべてください。${v.zero ? `空のセルや「－」が0になったのなら、${v.what === '統計' ? '値がわからないときは行を消し、計算しないと資料にあるときは「算定なし」' : '「集計中」か「未調査」'}と書きます。` : ''}正しければ、このままでかまいません。`,
    { value: '5,000人', others: 'まん中は「310人」', what: '指標' },
  ),
  'repeated-observation': defineError(
    '同じ指標、時点、地域の値が、{line}行めにもあります（「{before}」と「{value}」）。',
    'どちらかを消してください。速報と確報なら、確度の列に書き分けます。',
    { line: 4, before: '52%', value: '54%' },
  ),
  'value-of-last-day': defineWarning(
    '「{value}」の時点「{period}」は、{line}行めの「{before}」の時点「{whole}」の、最後の日です。',
    '同じ値の書き直しなら、正しいほうだけを残してください。1年の数とその日の数なら、別の指標にします。',
    { line: 4, before: '52人', whole: '令和5年度', value: '54人', period: '令和5年度末' },
  ),
  'repeated-title': defineWarning(
    (v) =>
      `「${v.value}」は、${v.plan ? `計画「${v.plan}」と同じ名前` : `名称${v.units ? 'も単位も' : 'が'}、${v.line}行めの${v.what}と同じ`}です。`,
    (v) =>
      v.plan
        ? '写しなら、どちらかの計画のフォルダを消してください。別の計画なら、区別できる言葉を title に足してください。'
        : `同じ${v.what}なら、1行にまとめ${v.what === '指標' ? '、コードを ; で区切って並べ' : ''}てください。別の${v.what}なら、区別できる言葉を名称に足してください。`,
    { value: '利用した人の満足度', line: 4, what: '指標', units: 1 },
  ),
  'repeated-target': defineError(
    '同じ指標、時点、種類、設定日の目標が、{line}行めにもあります（「{before}」と「{value}」）。',
    '正しい行だけを残してください。目標を見直したのなら、新しいほうの設定日に、見直した日を書きます。',
    { line: 4, before: '1,500人', value: '1,300人' },
  ),
  'undated-target': defineWarning(
    (v) =>
      `最終の目標「${v.value}」に設定日がないので、${v.further ? 'ほかの最終の目標' : 'indicators.csv の目標値'}より新しいかどうか、わかりません。`,
    (v) =>
      `見直した目標なら、決めた日を、年月日まで設定日に書いてください。途中の目標なら、種類を「中間」とします。それまで、進み具合は${v.further ? '、設定日か時点がいちばん後の目標' : ' indicators.csv の目標値'}で計算します。`,
    { value: '1,300人' },
  ),
  'result-before-baseline': defineWarning(
    '実績の時点「{value}」が、現状値の時点「{baseline}」より前です。',
    'どちらかの時点を確かめてください。計画より前の値なら、このままでかまいません。',
    { value: '令和3年度', baseline: '令和4年度' },
  ),
  'result-not-baseline': defineWarning(
    '「{period}」の実績「{value}」が、同じ時点の現状値「{baseline}」とちがいます。',
    'どちらかの値か時点のまちがいではないか、資料で確かめてください。計画のあとで値が確定したのなら、このままでかまいません。',
    { value: '105人', period: '令和3年度', baseline: '100人' },
  ),
  'other-year-kind': defineWarning(
    (v) =>
      v.words
        ? `「${v.words}」とありますが、${v.value}の値は、${v.other}の値として書きます。`
        : `実績の時点「${v.value}」と「${v.other}」では、年の数え方（暦年と年度）がちがいます。`,
    (v) =>
      v.words
        ? `そうでないなら、値のセルに、「35件（令和5${v.other === '年' ? '年度' : '年'}）」のように時点も書いてください。${v.other}の値なら、このままでかまいません。`
        : '「年」と「年度」の書きまちがいなら、直してください。資料のとおりなら、このままでかまいません。',
    { value: '令和5年', other: '令和4年度' },
  ),
  'copied-results': defineWarning(
    '「{period}」の実績は、{what}とくらべられる{total}件のうち{count}件が、それと同じ数です。',
    'ほかの列を写したままではないか、資料と見くらべてください。正しければ、このままでかまいません。',
    { period: '令和5年度', what: '1つ前の時点の値', total: 12, count: 12 },
  ),
  'result-not-yet': defineWarning(
    (v) =>
      `${v.what}「${v.value}」が、出典「${v.source}」の確認日${v.day ? `（${v.day}）${v.begun ? 'にはまだ終わっていません' : 'より後です'}` : 'より後でないか、わかりません（確認日が空です）'}。`,
    (v) =>
      v.begun
        ? '途中や見込みの数でないか、資料で確かめてください。見込みなら値を「110（見込）」、途中の数なら確度を「速報」とします。終わった年の値なら、sources.csv の確認日を新しくします。4月1日の数や調査の値なら、indicators.csv の集計を「時点」とするか、このままでかまいません。'
        : `年や月の入力のまちがいではありませんか。新しい資料の値なら、その出典IDを書くか、sources.csv に新しい確認日を書いてください。${v.what === '実績の時点' ? '目標なら、実績としては書かず、indicators.csv か targets.csv の目標値に書きます。' : ''}`,
    { what: '実績の時点', value: '令和15年度', source: 'mihon-sogo', day: '2026-11-20' },
  ),
  'zone-without-shape': defineError(
    '地域「{value}」の形が、{file} にありません。',
    'properties.id が "{value}" の Feature を加えてください。',
    { value: 'north', file: 'data/municipalities/mihon/zones.geojson' },
  ),
  'zones-without-plan': defineWarning(
    '市区町村「{value}」の地域がありますが、計画が1つもありません。',
    '計画のファイルを加えるか、このフォルダの名前を確かめてください。',
    { value: 'mihon' },
  ),
  'plan-without-actions': defineWarning(
    (v) =>
      `計画「${v.value}」に、${v.empty ? '項目が1つもありません。tree.csv は見出しだけです' : '種別が「取組」の項目がありません'}。`,
    '計画に取組が書かれていれば加え、種別も確かめてください。取組のない計画（基本構想など）なら、このままでかまいません。',
    { value: 'mihon-sogo' },
  ),
  'unused-id': defineWarning(
    '{what}「{value}」は、どこからも使われていません。',
    '使うところに書くか、要らなければ行を消してください。',
    { what: '部署ID', value: 'mihon-koho' },
  ),
} as const;
