import { TEXT_PLACEHOLDER } from '../../model/chapter.ts';
import { adviseMark } from './file-messages.ts';
import { defineError, defineWarning } from './message-entry.ts';

/** The detail of front matter in which two lines have the same name. */
export const REPEATED_NAME = '同じ名前が2つあります';

/** Issues of MDX texts and their front matter, and of placeholders. */
export const textMessages = {
  'no-front-matter': defineError(
    (v) =>
      v.detail
        ? `見出しの部分（front matter）に、${v.detail}。`
        : 'はじめに --- で囲んだ見出しの部分（front matter）がありません。',
    '1行めから ---、title: …、--- と書いてください。',
  ),
  'bad-front-matter': defineError(
    '見出しの部分（front matter）を読めません（{detail}）。',
    (v) =>
      v.detail === REPEATED_NAME
        ? '同じ名前の行は、どちらか1つを残して、消してください。'
        : adviseMark(
            'はじめと終わりの --- のあいだに、「名前: 値」の形で、1行に1つずつ書いてください。: は半角で、あとに半角の空白を入れます。記号で始まる値や、: を含む値は " で囲みます。',
          )(v),
    { detail: '名前のあとに、半角の「:」と空白がありません' },
  ),
  'missing-key': defineError(
    (v) => `「${v.key}」${v.empty ? 'の値が空です' : 'がありません'}。`,
    (v) =>
      v.expected
        ? `「${v.key}」を加えてください。${v.expected}`
        : `${v.empty ? `${v.key}: のあとに値を書いてください。# で始まる値は " で囲みます。要らないものなら、行を消します` : `見出しの部分（front matter）に ${v.key}: … を加えてください`}。`,
    { key: 'title' },
  ),
  'unknown-key': defineError(
    '「{key}」は使えません。',
    (v) => (v.near ? `「${v.near}」ではありませんか。` : `使える名前は ${v.keys} です。`),
    { key: 'sorce', near: 'source' },
  ),
  'bad-key': defineError(
    (v) => `「${v.key}」の値${v.value === '' ? 'が空です' : `「${v.value}」は使えません`}。`,
    '{expected}',
    { key: 'order', value: '一', expected: '1 から 2147483647 までの整数を書いてください。' },
  ),
  'cut-value': defineWarning(
    '値は「{value}」だけで、後の「{comment}」は覚え書き（コメント）として読みとばします。',
    '値の続きなら、"{value} {comment}" のように、全体を " で囲んでください。覚え書きなら、このままでかまいません。',
    { value: '見本町総合計画', comment: '#2' },
  ),
  'low-contrast': defineError(
    '「{key}」の色「{value}」は、背景の {background} と明るさが近く、文字が読みにくくなります（比は{contrast}）。',
    '比が4.5以上になるように、{advice}を書いてください。',
    { key: 'colours.brand.light', value: '#6cb2eb', background: '#ffffff', contrast: '2.2', advice: 'もっと濃い色' },
  ),
  'no-contact': defineWarning(
    '連絡先がありません。まちがいに気づいた人が、知らせられません。',
    'メールアドレスか、問い合わせのページ（https://…）を contact に書いてください。どのページの下にも出ます。',
  ),
  'security-expired': defineWarning(
    '脆弱性の知らせ先の期限（{value}）は、changes.csv と保存版のいちばん新しい日（{today}）には過ぎています。',
    '知らせ先が今も正しいかを確かめ、expires を、今から1年以内の日に書きかえてください。過ぎたままだと、古い知らせ先とみられます。',
    { value: '2026-03-31', today: '2026-11-20' },
  ),
  'sample-setting': defineWarning(
    (v) =>
      v.key === 'fictional'
        ? '架空のサイト（fictional が true）ですが、municipalities.csv に、実在の都道府県の番号で始まる団体コードがあります。'
        : `「${v.key}」の「${v.value}」は、新しいサイトについてくる見本のままです。`,
    (v) =>
      v.key === 'fictional'
        ? '実在の市区町村なら fictional の行を消し、架空なら団体コードを 99 で始めてください。'
        : 'このサイトのことに書きかえてください。公開すると、ページ、検索サイト、更新のフィードに出ます。',
    { key: 'site', value: 'https://plans.example' },
  ),
  'unmarked-fiction': defineWarning(
    '団体コード「{value}」は架空の市区町村のものですが、fictional が true ではありません。',
    '新しいサイトの見本なら npm run new -- --remove-sample で消し、架空のサイトなら site.config.json に "fictional": true と書いてください。',
    { value: '992011' },
  ),
  'numbers-do-not-match-levels': defineError(
    'numbers が{got}個ですが、levels は{expected}個です。',
    '番号の例は、階層と同じ数、同じ順に書いてください。番号のない階層は "" とします。',
    { got: 2, expected: 3 },
  ),
  'ongoing-plan-is-over': defineError(
    '計画の期間（{period}）は、changes.csv と保存版のいちばん新しい日（{today}）には過ぎていますが、「実施中」とされています。',
    'state を 終了 か 未確認 にするか、{key} と changes.csv の日付（保存版をつくるときは --date も）を確かめてください。',
    { key: 'period', period: '令和2年度', today: '2026-11-20' },
  ),
  'far-plan-end': defineWarning(
    '計画の期間（{period}）の終わりが、changes.csv と保存版のいちばん新しい日（{today}）から{years}年も後です。',
    '元号や年の入力のまちがいではないかを確かめてください。計画のとおりなら、このままでかまいません。',
    { period: '令和5年度から令和90年度まで', today: '2026-11-20', years: 83 },
  ),
  'plan-not-begun': defineWarning(
    'state が 実施中 ですが、計画の期間（{period}）は、changes.csv と保存版のいちばん新しい日（{today}）には、まだ始まっていません。',
    'もう始まったのなら、始まったことを、その後の日付で changes.csv に書いてください。まだなら、始まるまで state を 未確認 にし、いつからの計画かを stateReason に書きます。',
    { period: '令和9年度から令和13年度まで', today: '2026-11-20' },
  ),
  'plan-end-not-marked': defineWarning(
    (v) =>
      v.abolished
        ? `計画をつくった市区町村は${v.abolished}に廃止されましたが、state が 実施中 のままです。`
        : `計画${v.replacement ? `は「${v.replacement}」に入れかわって` : `の期間（${v.period}）は過ぎて`}いますが、state が 終了 になっていません。`,
    (v) =>
      v.abolished
        ? '新しい市区町村が引きついでいることもあります。続いているか終わったかを確かめ、終わったのなら state を 終了 にしてください。どちらでも、それがわかるページを stateWebsite に、そのページを見た日（廃止日かそのあと）を stateChecked に書きます。'
        : `終わったことを確かめて state: 終了 と書き、stateReason も書きかえてください。${v.replacement ? 'まだ入れかわっていなければ changes.csv' : `期間が延びたときは ${v.key ?? 'period'}`} を直します。`,
    { period: '令和2年度' },
  ),
  'plan-state-without-ground': defineError(
    '「{state}」とわかる根拠がありません。',
    (v) => {
      const website = 'それがわかるページを stateWebsite に、見た日を stateChecked に';
      if (v.end)
        return `期間（${v.period}）は、${v.today ? `changes.csv と保存版のいちばん新しい日（${v.today}）には` : 'changes.csv にも保存版にも日付がないので、'}終わったといえません。まだ続いているのなら state を 実施中 に直してください。期間より早く終わったのなら、${website}書きます。期間が過ぎたのなら、終わったことを、期間の後の日付で changes.csv に書きます。`;
      return v.period
        ? `${v.key} の「${v.period}」からは、いつまでの計画かがわかりません。終わりの年度まで書くか、${website}書いてください。わからないときは state: 未確認 とします。`
        : `計画の期間を period に書くか、${website}書いてください。わからないときは state: 未確認 とします。`;
    },
    { state: '終了' },
  ),
  'body-without-page': defineError(
    'コード「{value}」の項目にはページがないので、この本文は表示できません。',
    (v) =>
      `本文は、政策と、上に施策のない施策にだけ置けます。${v.near ? `${v.near}.mdx に書いてください。` : 'いちばん上の項目が1つだけなら、その本文は計画の index.mdx に書きます。'}`,
    { value: '1_1_1', near: '1_1' },
  ),
  'body-without-node': defineError(
    'コード「{value}」という項目が、この計画の tree.csv にありません。',
    (v) =>
      `${v.near ? `${v.near}.mdx ではありませんか。` : '章ではない文章は text/ フォルダに置いてください。'}写しや、消した章の文章なら、消します。`,
    { value: '1-1', near: '1_1' },
  ),
  'reserved-name': defineError(
    '「{value}」は、サイトにはじめからあるページの名前です。',
    'ファイルに、ほかの名前をつけてください。使えない名前は {names} です。',
    { value: 'rules', names: 'design、examples、messages、rules' },
  ),
  'bad-mdx': defineError(
    '文章を読めません（{detail}）。',
    (v) =>
      v.instead?.toString() ??
      adviseMark(
        '< や { は、文字として使うときは &lt; や &#123; と書いてください。部品は <Indicator id="…" /> のように書きます。<br> などの HTML のタグは書けません（段落は、空の行で分けます）。',
      )(v),
    { detail: '「<」のあとを、部品として読めません' },
  ),
  'code-in-text': defineError(
    '文章の中にプログラム（{value}）は書けません。',
    'import・export・{ } を使わずに書いてください。文字としての { は &#123; と書きます。',
    { value: 'import 表 from "./hyo"' },
  ),
  'unknown-component': defineError(
    '<{value}> という部品はありません。',
    (v) =>
      v.near
        ? `<${v.near}> ではありませんか。`
        : `使える部品は ${v.components} です。HTML のタグは書けません。文字としての < は &lt; と書きます。`,
    { value: 'Indicater', near: 'Indicator' },
  ),
  'dead-link': defineError(
    (v) => (v.value ? `リンク「${v.value}」の先に、ページがありません。` : 'リンクの、アドレスを書くところが空です。'),
    (v) =>
      v.near
        ? `${v.near} ではありませんか。`
        : 'サイトの中へのリンクは / から始めて / か #… で終わるアドレスで、外へのリンクは https:// から書いてください。ページを消したのなら、リンクも直します。',
    { value: '/plans/mihon-keikaku/2_1', near: '/plans/mihon-keikaku/2_1/' },
  ),
  'bad-link': defineError(
    'リンク「{value}」の書き方は使えません。',
    'サイトの中へのリンクは / から、外へのリンクは https:// から、メールアドレスは mailto: から書いてください。サーバーの名前の前に、ユーザー名（…@）は書けません。',
    { value: 'javascript:alert(1)' },
  ),
  'image-in-text': defineError(
    (v) => `文章の中に画像${v.value && `（${v.value}）`}は置けません。`,
    '画像が伝えることを文や表で書くか、画像のある資料へ [資料の名前](https://…) でリンクしてください。',
    { value: './zu.png' },
  ),
  'unknown-indicator': defineError(
    (v) => (v.value ? `指標「${v.value}」がありません。` : '<Indicator> に id がありません。'),
    (v) =>
      `${v.near ? `「${v.near}」ではありませんか。` : '今ある指標を、計画ID/指標IDの形で、id="…" に書いてください。'}指標を消したのなら、この部品も消します。`,
    { value: 'mihon-keikaku/snss', near: 'mihon-keikaku/sns' },
  ),
  'heading-too-high': defineError(
    '文章の中で、いちばん大きい見出し（# や、下の行の =）は使えません。',
    '## から始めてください。# はページの題名に使います。',
  ),
  'unread-markup': defineWarning(
    '「{value}」は、見出し、リンク、太字、注として読まれず、このままの文字で出ます。',
    (v) => {
      const advice: Readonly<Record<string, string>> = {
        '**': '太字は「**言葉**」のように書き、かぎかっこや句読点は、** の外に出してください。',
        '[^': '注は、本文に「[^1]」、ほかの行に「[^1]: 注の文」のように、記号も空白も半角で書いてください。',
      };
      return `${advice[String(v.value).slice(0, 2)] ?? '見出しは「## 見出し」、リンクは「[言葉](/アドレス/)」のように、記号も空白も半角で書いてください。'}ふつうの文字なら、このままでかまいません。`;
    },
    { value: '＃＃　めざす姿' },
  ),
  'note-not-shown': defineWarning(
    '注「{value}」は、ページに出ません。本文に「{value}」がないか、同じ印の注がほかにもあります。',
    '注をつける言葉のあとに「{value}」と書いてください。同じ印の注があればちがう印にし、要らなければ消します。',
    { value: '[^1]' },
  ),
  'missing-english-name': defineWarning(
    '{heading}がありません。ほかの行にはあります。',
    '{heading}の列に、英語で書いてください。書かないと、英語のページで、名称は日本語のまま出て、要約は出ません。',
    { heading: '英語名' },
  ),
  'unmatched-reading': defineWarning(
    'よみ「{reading}」は、名称「{value}」に合いません。',
    (v) =>
      v.end
        ? `よみの終わりを、名称の「${v.end}」の読みにしてください。`
        : '名称のかなと数字がよみに同じ順にあるか、漢字の読みが抜けていないか、よみに漢字がないかを確かめてください。合わないと、ふりがなが出ません。',
    { value: '窓口の見直し', reading: 'まどぐちみなおし' },
  ),
  'ambiguous-reading': defineWarning(
    'よみ「{reading}」のどこまでが名称「{value}」のどの漢字の読みか、決まりません。',
    '漢字の読みが終わるところに空白を入れ（「けんとう とししん」）、かっこや「・」は名称のとおりに書いてください。決まらないと、ふりがなが出ません。',
    { value: '検討と指針', reading: 'けんとうとししん' },
  ),
  placeholder: defineWarning(
    '「{value}」という仮の文が残っています。',
    '計画の言葉か、このサイトのことに書きかえてください。npm run dev で見ながら書くことはできますが、残っているあいだは、公開するサイトをつくれません。',
    { value: TEXT_PLACEHOLDER },
  ),
} as const;
