import { defineError, defineWarning } from './message-entry.ts';

/** Issues of records that refer to, repeat or contradict one another. */
export const referenceMessages = {
  'repeated-id': defineError(
    (v) => `「${v.value}」は ${v.file} の${v.line}行めにもあります。`,
    'どちらかを、ほかの行にないものにしてください。同じことを2回書いたのなら、行を1つ消します。',
    { value: 'mihon-joho', file: 'data/departments.csv', line: 3 },
  ),
  'unknown-parent': defineError(
    (v) => `親コード「${v.value}」という項目が、この計画にありません。`,
    (v) =>
      v.near
        ? `「${v.near}」ではありませんか。`
        : 'コードの列にある値を書いてください。いちばん上の項目では空にします。親の行を消したのなら、この行も直します。',
    { value: '1_l', near: '1_1' },
  ),
  'empty-parent': defineWarning(
    (v) => `「${v.value}」の親コードが空ですが、「${v.near}」という項目があります。`,
    (v) => `その下の項目なら、親コードに「${v.near}」と書いてください。いちばん上の項目なら、このままでかまいません。`,
    { value: '1_1_2', near: '1_1' },
  ),
  'own-parent': defineError(
    (v) => `「${v.value}」が、自分自身を親にしています。`,
    'すぐ上の項目のコードを書いてください。',
    { value: '3_1' },
  ),
  'parent-loop': defineError(
    (v) => `親をたどると、もとの項目にもどってしまいます（${v.loop}）。`,
    '親コードを確かめてください。',
    { loop: '3_1 → 3_2 → 3_1' },
  ),
  'unknown-code': defineError(
    (v) => `コード「${v.value}」という項目が、この計画にありません。`,
    (v) =>
      v.near
        ? `「${v.near}」ではありませんか。`
        : 'tree.csv のコードの列にある値を書いてください。項目を消したのなら、ここも直します。',
    { value: '2_9' },
  ),
  'unknown-reference': defineError(
    (v) => `「${v.value}」という${v.what}がありません。`,
    (v) =>
      (v.near ? `「${v.near}」ではありませんか。` : `${v.file} にあるIDを書くか、そちらに行を足してください。`) +
      (v.file === 'data/' ? 'のせるのをやめたもののIDなら、消してください。' : ''),
    { value: 'mihon-zaisei', what: '部署ID', file: 'data/departments.csv' },
  ),
  'id-of-other-plan': defineError(
    (v) => `「${v.value}」は、ほかの計画（${v.other}）のIDです。この表は「${v.plan}」の表です。`,
    (v) => `行がこの計画のものなら「${v.id}」とだけ書きます。ほかの計画のものなら、その計画の表に移してください。`,
    { value: 'mihon-midori/trees', other: 'mihon-midori', plan: 'mihon-keikaku', id: 'trees' },
  ),
  'renamed-id': defineWarning(
    (v) => `「${v.value}」という${v.what}は、サイトの今のファイルにありません。`,
    (v) => `「${v.near}」ではありませんか。公開したIDは変えません。新しく足すIDなら、このままでかまいません。`,
    { value: 'sns-follower', what: '指標ID', near: 'sns-followers' },
  ),
  'name-of-other-indicator': defineWarning(
    (v) => `指標ID「${v.id}」の${v.heading}は「${v.title}」ですが、「${v.value}」と書かれています。`,
    '行がずれていないか、指標IDと値を確かめてください。この列は公開しません。合っていれば、写しを直します。',
    { id: 'readers', heading: '名称', title: '広報紙を読む人の割合', value: '窓口で待つ時間' },
  ),
  'empty-result': defineWarning(
    '実績の値が空です。値のない実績として、ページに出ます。',
    '値がまだなければ、行を消します。値のない理由がわかれば、集計中、未調査などと書きます。',
  ),
  'moved-without-target': defineError(
    (v) => `項目が「${v.item}」の行の対象が「${v.value}」です。`,
    '今のIDを1つだけ書いてください。いくつも変えたときは、1つずつ行を分けます。',
    { value: 'mihon-a;mihon-b', item: 'IDの変更' },
  ),
  'similar-item': defineWarning(
    (v) => `項目「${v.value}」は、「${v.near}」とは読みません。`,
    (v) =>
      `元のページから案内する行なら、「${v.near}」とそのとおりに書いてください。ちがうことなら、このままでかまいません。`,
    { value: '計画の入れ替え', near: '計画の入れかえ' },
  ),
  'repeated-old-id': defineError(
    (v) => `前の「${v.value}」は、${v.line}行めの「IDの変更」にもあります。`,
    '元のIDのページから案内できる先は1つだけです。どちらかの行を消すか、前を直してください。',
    { value: 'mihon-sogo/waiting', line: 3 },
  ),
  'shared-id': defineError(
    (v) => `${v.what}「${v.value}」が、${v.other}（${v.file} の${v.line}行め）と同じです。`,
    'IDだけで何のことかがわかるように、どちらかをちがうIDにしてください。',
    { what: '計画ID', value: 'mihon', other: '市区町村ID', file: 'data/municipalities.csv', line: 2 },
  ),
  'other-prefecture': defineError(
    (v) => `団体コードが ${v.number} で始まるのは${v.name}の市区町村ですが、都道府県は「${v.value}」です。`,
    (v) => `団体コードが正しければ「${v.name}」と書き、都道府県が正しければ団体コードを直してください。`,
    { value: '千葉県', number: '11', name: '埼玉県' },
  ),
  'department-elsewhere': defineWarning(
    (v) => `「${v.value}」は、ほかの市区町村（${v.owner}）の部署です。この計画は「${v.municipality}」の計画です。`,
    '担当と departments.csv の市区町村IDを確かめてください。正しければ、そのままでかまいません。',
    { value: 'tonari-koho', owner: 'tonari', municipality: 'mihon' },
  ),
  'bad-old-id': defineError(
    (v) => `前の「${v.value}」は、「${v.now}」の元のIDとして読めません。`,
    (v) => `「${v.now}」と同じ形で、変える前のIDを書いてください。`,
    { value: '旧計画', now: 'mihon-sogo' },
  ),
  'replacement-loop': defineError(
    (v) => `計画の入れかえをたどると、もとの計画にもどってしまいます（${v.loop}）。`,
    '対象には新しい計画のID、前には元の計画のIDを書きます。逆に書いた行がないか、確かめてください。',
    { loop: 'mihon-sogo → mihon-sogo-2 → mihon-sogo' },
  ),
  'old-id-in-use': defineError(
    (v) => `前の「${v.value}」は、今もほかのものが使っているIDです。`,
    () =>
      '変える前のIDを確かめてください。使われているIDのページは、ほかのページへ案内できません。計画のIDを変えたときは、data/sources.csv にある同じ出典IDと、それを書いたところも、今の計画IDに変えます。',
    { value: 'mihon-sogo/2_1' },
  ),
  'unknown-level': defineError(
    (v) => `階層「${v.value}」が、この計画の階層の名前にありません。`,
    (v) => `計画の index.mdx の levels にある名前（${v.choices}）を書いてください。`,
    { value: '大綱', choices: '政策、施策、取組' },
  ),
  'level-order': defineError(
    (v) => `「${v.value}」が、親の階層「${v.parent}」より上の階層です。`,
    '親コードか階層を確かめてください。',
    { value: '施策', parent: '取組' },
  ),
  'missing-theme': defineError(
    (v) => `${v.kind}「${v.value}」にテーマがありません。`,
    'data/themes.csv にあるテーマIDを1つから3つ、; で区切って書いてください。',
    { kind: '施策', value: '2_2' },
  ),
  'too-many-themes': defineError((v) => `テーマが${v.count}個あります。`, 'おもなテーマを3つまでにしてください。', {
    count: 4,
  }),
  'missing-summary': defineError(
    (v) => `「${v.value}」に要約がありません。`,
    '何を、だれのためにするのかを、やさしい言葉で1文か2文で書いてください。',
    { value: '2_2' },
  ),
  'target-before-baseline': defineError(
    (v) => `目標値の時点「${v.value}」が、現状値の時点「${v.baseline}」より後ではありません。`,
    'どちらかの時点を確かめてください。',
    { value: '令和3年度', baseline: '令和4年度' },
  ),
  'no-direction': defineWarning(
    (v) => `指標「${v.value}」に良い方向が書かれていません。`,
    (v) => `増加・減少・維持・範囲のどれかを書いてください。${v.meanwhile}`,
    {
      value: '広場を使った人',
      meanwhile: 'それまでは、現状値から目標値への向き（増えるとよい）で判断します。',
    },
  ),
  'comparator-against-direction': defineWarning(
    (v) => `目標値「${v.value}」が、良い方向「${v.direction}」と合いません。`,
    '以上・以下などの言葉か、良い方向を確かめてください。合わないうちは、進み具合を評価しません。',
    { value: '20人以下', direction: '増加' },
  ),
  'direction-against-movement': defineWarning(
    (v) => `良い方向が「${v.direction}」ですが、目標値「${v.value}」は現状値「${v.baseline}」より反対の側にあります。`,
    '良い方向と目標値を確かめてください。悪くなるのをおさえる目標なら、このままでかまいません。',
    { value: '80人', baseline: '100人', direction: '増加' },
  ),
  'maintain-needs-bound': defineWarning(
    (v) => `良い方向が「維持」の目標値「${v.value}」に、以上も以下も書かれていません。`,
    '計画の意味に合わせて、以上・以下をつけるか、範囲で書いてください。このままだと、ぴったり同じ値なら達成とし、ちがう値は評価しません。',
    { value: '95%' },
  ),
  'range-needs-ends': defineWarning(
    (v) => `良い方向が「範囲」ですが、目標値「${v.value}」は範囲ではありません。`,
    '40%以上60%以下 のように書くか、良い方向を確かめてください。以上も以下もない数のままだと、ぴったり同じ値なら達成とし、ちがう値は評価しません。',
    { value: '40%以上' },
  ),
  'over-100-percent': defineWarning(
    (v) => `「${v.value}」は100%をこえています。`,
    '入力のまちがいがないか確かめてください。100%をこえることのある割合なら、このままでかまいません。',
    { value: '974%' },
  ),
  'negative-count': defineWarning(
    (v) => `「${v.value}」は0より小さい数ですが、単位は「${v.unit}」です。`,
    '符号を確かめてください。増減を表す数なら、このままでかまいません。',
    { value: '▲120人', unit: '人' },
  ),
  'falling-cumulative': defineWarning(
    (v) => `累計の値が、「${v.before}」（${v.file} の${v.line}行め）から「${v.value}」に減っています。`,
    '値と時点を確かめてください。1年ごとの数なら、それまでの合計に直すか、集計を「単年」とし、名前の「累計」を除きます。数え方を変えたのなら、状態を「定義変更」にします。',
    { before: '320人', file: 'data/plans/mihon-sogo/observations.csv', line: 9, value: '32人' },
  ),
  'slipped-unit': defineWarning(
    (v) => `「${v.value}」は、前後の値「${v.near}」のおよそ${v.times}です。`,
    'けたや単位（千人と人など）を確かめてください。正しければ、このままでかまいません。',
    { value: '152千人', near: '15.2千人', times: '10倍' },
  ),
  'slipped-percent': defineWarning(
    (v) => `「${v.value}」は、${v.heading}「${v.near}」などとけたがちがいます。`,
    (v) =>
      `「${v.percent}」の書きまちがいではありませんか。% の指標では、100倍した数を書きます。正しければ、このままでかまいません。`,
    { value: '0.382', heading: '現状値', near: '35.5%', percent: '38.2%' },
  ),
  'percent-as-fraction': defineWarning(
    (v) => `指標「${v.title}」の単位は % ですが、「${v.value}」など、どの値も1以下です。`,
    '0.382 ではなく 38.2 のように、100倍した数を書いてください。本当に1%以下なら、0.7% のように % をつけます。',
    { title: '広報紙を読む人の割合', value: '0.355' },
  ),
  outlier: defineWarning(
    (v) => `「${v.value}」は、この${v.what}のほかの値（まん中は「${v.middle}」）から大きく離れています。`,
    '資料と見くらべてください。正しければ、このままでかまいません。',
    { value: '5,000人', middle: '310人', what: '指標' },
  ),
  'repeated-observation': defineError(
    (v) => `同じ指標、時点、地域の値が、${v.line}行めにもあります（「${v.before}」と「${v.value}」）。`,
    'どちらかを消してください。速報と確報なら、確度の列に書き分けます。',
    { line: 4, before: '52%', value: '54%' },
  ),
  'value-of-last-day': defineWarning(
    (v) =>
      `「${v.value}」の時点「${v.period}」は、${v.line}行めの「${v.before}」の時点「${v.whole}」の、最後の日です。`,
    '同じ値の書き直しなら、正しいほうだけを残してください。1年の数とその日の数なら、別の指標にします。',
    { line: 4, before: '52人', whole: '令和5年度', value: '54人', period: '令和5年度末' },
  ),
  'repeated-title': defineWarning(
    (v) => `「${v.value}」は、名称も単位も、${v.line}行めの指標と同じです。`,
    '同じ指標なら、1行にまとめ、コードを ; で区切って並べてください。別の指標なら、区別できる言葉を名称に足してください。',
    { value: '利用した人の満足度', line: 4 },
  ),
  'repeated-target': defineError(
    (v) => `同じ指標、時点、種類、設定日の目標が、${v.line}行めにもあります（「${v.before}」と「${v.value}」）。`,
    '正しい行だけを残してください。目標を見直したのなら、新しいほうの設定日に、見直した日を書きます。',
    { line: 4, before: '1,500人', value: '1,300人' },
  ),
  'undated-target': defineWarning(
    (v) => `最終の目標「${v.value}」に設定日がないので、indicators.csv の目標値より新しいかどうか、わかりません。`,
    '見直した目標なら、決めた日を設定日に書いてください。途中の目標なら、種類を「中間」とします。それまで、進み具合は indicators.csv の目標値で計算します。',
    { value: '1,300人' },
  ),
  'result-before-baseline': defineWarning(
    (v) => `実績の時点「${v.value}」が、現状値の時点「${v.baseline}」より前です。`,
    'どちらかの時点を確かめてください。計画より前の値なら、このままでかまいません。',
    { value: '令和3年度', baseline: '令和4年度' },
  ),
  'result-not-baseline': defineWarning(
    (v) => `「${v.period}」の実績「${v.value}」が、同じ時点の現状値「${v.baseline}」とちがいます。`,
    'どちらかの値か時点のまちがいではないか、資料で確かめてください。計画のあとで値が確定したのなら、このままでかまいません。',
    { value: '105人', period: '令和3年度', baseline: '100人' },
  ),
  'result-not-yet': defineWarning(
    (v) => `実績の時点「${v.value}」が、出典「${v.source}」の確認日（${v.day}）より後に始まります。`,
    '時点の入力のまちがいではありませんか。新しい資料の値なら、その出典IDを書くか、sources.csv の確認日を新しくしてください。',
    { value: '令和15年度', source: 'mihon-sogo', day: '2026-11-20' },
  ),
  'zone-without-shape': defineError(
    (v) => `地域「${v.value}」の形が、${v.file} にありません。`,
    (v) => `properties.id が "${v.value}" の Feature を加えてください。`,
    { value: 'north', file: 'data/municipalities/mihon/zones.geojson' },
  ),
  'zones-without-plan': defineWarning(
    (v) => `市区町村「${v.value}」の地域がありますが、計画が1つもありません。`,
    '計画のファイルを加えるか、このフォルダの名前を確かめてください。',
    { value: 'mihon' },
  ),
  'plan-without-actions': defineWarning(
    (v) => `計画「${v.value}」に、種別が「取組」の項目がありません。`,
    '計画に書かれている取組を加えるか、種別を確かめてください。',
    { value: 'mihon-sogo' },
  ),
  'unused-id': defineWarning(
    (v) => `${v.what}「${v.value}」は、どこからも使われていません。`,
    '使うところに書くか、要らなければ行を消してください。',
    { what: '部署ID', value: 'mihon-koho' },
  ),
} as const;
