import { TEXT_PLACEHOLDER } from '../../model/chapter.ts';
import type { MessageCode } from './message-catalogue.ts';

/**
 * An explanation of a message on `/about/messages/`, for readers to whom its two sentences are not enough.
 *
 * Explanations are not in the catalogue, because `/check/` loads the messages and shows no explanations: its script
 * must be smaller than 120 KiB when compressed, and the explanations would add 10 KiB.
 */
export interface MessageExplanation {
  /** The usual cause of the issue, or a common mistake in fixing it: one to three plain sentences. */
  readonly cause: string;
  /** What was written, and what to write instead: a cell, a row, or a few lines of a file. */
  readonly corrected?: { readonly before: string; readonly after: string };
}

/** Explanations by the codes of their messages, in the order of the groups. */
export const messageExplanations: Readonly<Partial<Record<string, MessageExplanation>>> = {
  'missing-file': {
    cause:
      '計画には content/plans/ の index.mdx と data/plans/ の tree.csv が必ず要ります。フォルダの名前（計画ID）が片方だけちがうときにも出ます。',
  },
  'unknown-file': {
    cause:
      'ファイルの名前か、置いたフォルダがちがうと、中身はどのページにも出ません。Excel のファイル（.xlsx）は、CSV で保存しなおしてから置きます。',
    corrected: { before: 'indicator.csv', after: 'indicators.csv' },
  },
  'unknown-encoding': {
    cause: 'UTF-8 と Shift_JIS のほかの文字コードで保存したか、保存のとちゅうでファイルがこわれています。',
  },
  'utf-16': { cause: 'Excel で「Unicode テキスト」を選んで保存すると、この形になります。' },
  'no-heading-row': {
    cause: '見出しの行を消したか、ちがう表を置いたときに出ます。見出しの言葉は、決まったとおりに書きます。',
    corrected: { before: 'readers,令和5年度,38.2%', after: '指標ID,時点,値\nreaders,令和5年度,38.2%' },
  },
  'other-separator': {
    cause:
      'Excel で「テキスト（タブ区切り）」を選んで保存したか、ほかのソフトから書き出したときに出ます。見出しは正しくても、1つの長いセルに見えてしまいます。',
    corrected: { before: '指標ID;時点;値', after: '指標ID,時点,値' },
  },
  'years-side-by-side': {
    cause:
      '市の手もとの表は、年を横にならべていることがよくあります。このサイトでは、実績を1つずつ observations.csv の1行に書きます。書きなおさなくても、取りこむ命令が形を変えます。',
    corrected: {
      before: '指標名,令和5年度実績,令和6年度実績\n広報紙を読む人の割合,38.2%,40.1%',
      after: '指標ID,時点,値\nreaders,令和5年度,38.2%\nreaders,令和6年度,40.1%',
    },
  },
  'bad-quote': {
    cause:
      'セルの終わりの " をわすれたか、セルの中に " があるのに、重ねていないときに出ます。Excel で保存すると、自動で正しく書かれます。',
    corrected: { before: '"市の"広場"をつくる"', after: '"市の""広場""をつくる"' },
  },
  'ragged-row': {
    cause:
      'いちばん多いのは、5,587人 のようにコンマのある値を、" で囲まずに書いたときです。コンマのところで、2つのセルに分かれてしまいます。',
    corrected: { before: 'readers,令和5年度,5,587人', after: 'readers,令和5年度,"5,587人"' },
  },
  'missing-column': {
    cause: '必ず要る列がないので、どの行も読めません。列を消したか、見出しの言葉を変えたときに出ます。',
  },
  'unknown-column': {
    cause:
      '見出しは決まった言葉で書きます。ちがう言葉の列は、どこにのせればよいかがわかりません。自分用のメモの列は、ちがうファイルに分けてください。',
    corrected: { before: '順番', after: '順序' },
  },
  'repeated-column': { cause: '同じ見出しの列が2つあると、どちらの値を使えばよいかがわかりません。' },
  'bad-json': {
    cause:
      'site.config.json だけに出ます。行の終わりのコンマをわすれたか、最後の行にコンマをつけたときが、ほとんどです。',
    corrected: { before: '"name": "見本市の計画"\n"base": "/"', after: '"name": "見本市の計画",\n"base": "/"' },
  },
  'path-leaves-folder': {
    cause:
      'ファイルの代わりに、ほかの場所へのリンク（ショートカット）が置いてあります。公開するつもりのないものを公開しないように、外のファイルは読みません。',
  },
  'bad-geojson': {
    cause: 'zones.geojson だけに出ます。地図のソフトから書き出すときは、GeoJSON（WGS 84）を選んでください。',
  },
  'open-ring': { cause: '境界の線は、はじめの点にもどって終わります。手で点を消したときに出やすい問題です。' },
  'outside-japan': {
    cause: 'GeoJSON では、経度が先、緯度が後です。逆に書くと、日本の外になります。',
    corrected: { before: '[35.82, 139.67]', after: '[139.67, 35.82]' },
  },
  'empty-file': { cause: '保存のとちゅうで失敗したか、新しいファイルをつくったままのときに出ます。' },
  'broken-bytes': {
    cause:
      'ちがう文字コードのファイルをつないだか、ファイルを写すときにこわれています。読めない文字をそのまま公開しないように、止めます。',
  },
  'nul-byte': { cause: 'CSV ではないファイルの名前を .csv に変えたか、ファイルがこわれています。' },
  'excel-file': { cause: 'Excel のファイルの名前だけを .csv に変えると、中身は Excel のままです。' },
  'notes-above-headings': {
    cause: '印刷のための題名や注が、表の上に書いてあります。1行めが見出しでないと、ほかの人がデータとして使えません。',
    corrected: { before: '令和7年度 指標一覧\n指標ID,時点,値', after: '指標ID,時点,値' },
  },
  'unclear-column': {
    cause: 'よく使われる見出しは、少しちがう言葉でも読みますが、2つの列のどちらにもとれる言葉は読みません。',
    corrected: { before: '時点', after: '現状値の時点' },
  },
  'same-column': { cause: '同じ意味の列が2つあると、どちらの値を使えばよいかがわかりません。' },
  'nameless-column': { cause: '表の右に、メモや計算を書いたときに出ます。見出しのない列は、どこにものせられません。' },
  'damaged-workbook': {
    cause: 'ファイルを写すとちゅうで切れたか、ちがう種類のファイルの名前を .xlsx に変えたときに出ます。',
  },
  'locked-workbook': { cause: 'パスワードのあるファイルは、中身が暗号になっているので読めません。' },
  'old-workbook': { cause: '.xls は 2003年までの Excel の形です。.xlsx で保存しなおすと読めます。' },
  'large-workbook': { cause: '写真や、使っていない多くのセルに色をつけた表は、値が少なくても大きくなります。' },
  'unknown-sheet': { cause: 'シートの名前のつづりか、空白がちがいます。' },
  'hidden-sheet': { cause: 'かくれたシートには、作業用の表や、公開しない値があることが多いので、読みません。' },
  'hidden-cells': {
    cause: 'しぼりこみ（フィルター）や、行と列の非表示で、見えない値があります。気づかずに公開しないように、止めます。',
  },
  'merged-cells': {
    cause: '結合したセルは、左上にしか値がありません。ほかの行では、どの値のことかがわからなくなります。',
    corrected: { before: '窓口で待つ時間\n（空）', after: '窓口で待つ時間\n窓口で待つ時間' },
  },
  'formula-cell': { cause: '数式の結果は、ほかのファイルを開かないと古いままのことがあります。' },
  'error-cell': {
    cause: '#REF! や #DIV/0! のように、計算できなかったしるしです。参照していたシートを消したときに、よく出ます。',
  },
  'unsure-format': {
    cause:
      '「千人」のように割って見せる書式や、「月日」の書式のときに出ます。保存されている値と、見えている値のどちらが正しいかは、資料を見ないとわかりません。',
  },
  'rounded-cell': {
    cause: '97.412% を「97.4%」と見せる書式のように、保存されている値のけたが、見た目より多いときに出ます。',
  },
  'empty-cell': { cause: '必ず要る列のセルが空です。表を見やすくするために「上と同じ」セルを空けたときにも出ます。' },
  'bad-slug': {
    cause: 'IDはページのアドレスになるので、日本語、大文字、空白、_ は使えません。一度公開したIDは変えないでください。',
    corrected: { before: 'Bosai_1', after: 'bosai-1' },
  },
  ditto: {
    cause:
      '印刷する表では「同上」や「〃」と書きますが、行を並べかえたり、選び出したりすると、何と同じかがわからなくなります。',
    corrected: { before: '〃', after: 'readers' },
  },
  'narrow-column': {
    cause: '見えているとおりに写したか、画面の表を貼りつけたときに出ます。もとの値は、Excel の中に残っています。',
    corrected: { before: '#######', after: '1,234,567人' },
  },
  'formula-for-value': {
    cause: 'Excel で数式を見せる設定のまま保存したか、文字列の書式のセルに数式を書いたときに出ます。',
    corrected: { before: '=B2*100', after: '38.2%' },
  },
  'date-serial': {
    cause:
      'Excel は、日付を 1900年からの日数で持っています。日付の列の書式を「標準」や「数値」に変えると、その数が見えます。',
    corrected: { before: '45017', after: '2023-04-01' },
  },
  'bad-code': {
    cause: 'コードは、計画に印刷された番号を上からつないだものです。「第」「章」や、かっこ、丸は書きません。',
    corrected: { before: '第3章 2 (1)', after: '3_2_1' },
  },
  'code-became-date': {
    cause:
      'Excel は 3-1 や 3/1 を「3月1日」という日付に変えて保存します。もとの番号にはもどせないので、計画を見て書きなおします。',
    corrected: { before: '3月1日', after: '3_1' },
  },
  'bad-choice': {
    cause: '決まった言葉から選ぶ列です。言葉のゆれや、打ちまちがいのときに出ます。',
    corrected: { before: '増', after: '増加' },
  },
  'bad-flag': {
    cause: '○ や「はい」は、書く人によって意味がちがうので使いません。',
    corrected: { before: '○', after: '1' },
  },
  'bad-date': {
    cause: '資料の発行日、確認した日、変えた日を書く列です。ここには元号を使えません。',
    corrected: { before: '令和8年11月20日', after: '2026-11-20' },
  },
  'bad-whole': {
    cause: '人口、標本数、順序のように、数えた数を書く列です。単位や「約」はつけません。',
    corrected: { before: '約1万2千人', after: '12000' },
  },
  'bad-decimal': {
    cause: '緯度と経度は、度だけの数で書きます。度・分・秒では書きません。',
    corrected: { before: '北緯35度49分', after: '35.82' },
  },
  'out-of-range': { cause: '日本の外の位置になります。緯度と経度を入れちがえたときが、ほとんどです。' },
  'bad-sdg': {
    cause: '目標の番号だけを書きます。11.3 のようなターゲットの番号や、目標の名前は書けません。',
    corrected: { before: '目標11', after: '11' },
  },
  'bad-web-address': {
    cause: 'はじめの https:// がないか、アドレスの中に空白があります。',
    corrected: { before: 'www.mihon.example', after: 'https://www.mihon.example/' },
  },
  'bad-municipality-code': {
    cause: '5けたのコードの後に、検査数字を1けたつけたものです。打ちまちがいがあると、検査数字が合わなくなります。',
  },
  'municipality-code-lost-zero': {
    cause: 'Excel は 019992 を数とみて、先頭の 0 を消します。サイトはつくれますが、ファイルも直してください。',
    corrected: { before: '19992', after: '019992' },
  },
  'formula-like': {
    cause:
      '公開した CSV を Excel で開いた人のところで、文字が計算式として動いてしまうのを防ぎます。値の列の -3.2 は、そのまま書けます。',
    corrected: { before: '-新しい取組', after: '新しい取組' },
  },
  'repeated-value': {
    cause: '; で区切ったならびに、同じものが2回あります。',
    corrected: { before: 'digital;finance;digital', after: 'digital;finance' },
  },
  'unseen-character': {
    cause:
      'ウェブサイトや PDF から写した文字に、見えない文字がまざっていることがあります。見た目が同じでも、ほかの言葉として扱われ、検索で見つかりません。',
  },
  'damaged-character': {
    cause: '文字コードをまちがえて開き、そのまま保存すると、読めない文字がこの印に変わります。元にはもどせません。',
  },
  'html-in-cell': {
    cause: 'ウェブサイトの文章を写すと、まざることがあります。',
    corrected: { before: '広報紙を<br>見直します。', after: '広報紙を見直します。' },
  },
  'platform-character': {
    cause: '丸で囲んだ数字や、㈱、㎡、ローマ数字などは、読み上げや検索で正しく扱われないことがあります。',
    corrected: { before: '㈱見本', after: '(株)見本' },
  },
  'spaces-in-name': {
    cause: '字の幅をそろえるために入れた空白があると、検索や並べかえで、ちがう名前として扱われます。',
    corrected: { before: '財　政　課', after: '財政課' },
  },
  'long-cell': {
    cause: '計画の文章をそのまま写したときが、ほとんどです。要約は、読む人がひと目でわかる長さにします。',
  },
  'not-a-quantity': {
    cause:
      '知っている書き方のどれにもあてはまりません。値がないときは、空にするか － と書きます。0 は「測ったら 0 だった」という意味なので、値がないところには書きません。',
    corrected: { before: '千名ほど', after: '約1,000人' },
  },
  'not-a-target': {
    cause: '目標が文章のときは、いちばん大事なところだけを短い言葉で書き、あとは注記に書きます。',
    corrected: { before: 'もっとがんばる', after: '増加' },
  },
  'not-a-period': {
    cause: 'いつのことかがわからない言葉です。資料に時点が書かれていなければ、空にします。',
    corrected: { before: 'このあいだ', after: '令和5年10月' },
  },
  'impossible-date': {
    cause: '13月や 2月30日のように、こよみにない日です。打ちまちがいのときが、ほとんどです。',
    corrected: { before: '令和6年13月', after: '令和6年12月' },
  },
  'era-too-far': { cause: '元号の打ちまちがいと思われます。', corrected: { before: '昭和99年度', after: '令和6年度' } },
  'era-beyond-its-end': {
    cause:
      '改元より前につくられた計画には「平成33年度」のような年が残っています。資料のとおりに書き、西暦に直して読みます。資料にない年なら、直してください。',
  },
  'year-or-fiscal-year': {
    cause: '年は1月から、年度は4月からで、3か月ずれます。どちらかを決められないので、進み具合も計算しません。',
    corrected: { before: 'R5', after: 'R5年度' },
  },
  'no-era': {
    cause: '26年度は、平成26年度とも、2026年度とも読めます。',
    corrected: { before: '26年度', after: '平成26年度' },
  },
  'period-reversed': {
    cause: '2つの年を入れちがえています。',
    corrected: { before: '令和8～4年度', after: '令和4～8年度' },
  },
  'period-kept-as-text': {
    cause: '年がないので、いつのことかを決められません。資料のほかのところに年があれば、足してください。',
    corrected: { before: '10月1日', after: '令和5年10月1日' },
  },
  'two-readings': {
    cause:
      '30% が「10%増」になると、40% とも 33% とも読めます。「80%↑」は、80% をふくむかどうかがわかりません。計画をつくった課に確かめてください。',
    corrected: { before: '80%↑', after: '80%以上' },
  },
  'unclear-none': {
    cause: '「なし」は、0件だった、決めていない、調べていない、のどれにも使われます。',
    corrected: { before: 'なし', after: '0件' },
  },
  'companion-not-read': {
    cause: 'ひとつのセルに書くのは、値ひとつと、その時点だけです。もうひとつの値は、別の指標にすると計算できます。',
    corrected: { before: '91人（7%）', after: '91人' },
  },
  'middle-dot': {
    cause: '小数点が「・」で印刷されている資料を、そのまま写したときに出ます。',
    corrected: { before: '1・16', after: '1.16' },
  },
  'kept-as-text': {
    cause:
      '順位、分数、幅のある値、年ごとに分かれた値などは、そのままのせますが、グラフと進み具合には使いません。資料のとおりなら、このままでかまいません。',
    corrected: { before: '76万1.366世帯', after: '761,366世帯' },
  },
  'other-unit': {
    cause:
      '千人、百万円、億円のような大きさのちがいは、自動でそろえます。件と人のように意味のちがう単位は、どちらかがまちがいです。',
    corrected: { before: '20件', after: '20人' },
  },
  'repeated-id': { cause: '前の行を写して、IDを直しわすれたときが、ほとんどです。' },
  'unknown-parent': {
    cause:
      'l（エル）と 1（いち）、o（オー）と 0（ゼロ）の打ちまちがいも、よくあります。親の行は、後ろにあってもかまいません。',
    corrected: { before: '1_l', after: '1_1' },
  },
  'own-parent': { cause: '親コードには、その項目のすぐ上の項目のコードを書きます。いちばん上の項目では空にします。' },
  'parent-loop': { cause: '2つの項目が、おたがいを親にしています。どちらが上かを計画で確かめてください。' },
  'unknown-code': { cause: '指標、関連する計画、関連の列に書くコードは、同じ計画の tree.csv にあるものだけです。' },
  'unknown-reference': {
    cause:
      '名前ではなく、IDを書く列です。新しい部署や資料は、先に data/departments.csv や data/sources.csv に行を足します。',
    corrected: { before: '財政課', after: 'mihon-zaisei' },
  },
  'repeated-old-id': {
    cause:
      '前の行を写して、前を直しわすれたときが、ほとんどです。1つのものを2つに分けたときは、おもなほうへ案内します。',
  },
  'shared-id': {
    cause:
      '計画のフォルダに、市と同じ名前をつけたときに出ます。計画の中では、指標IDがコードと同じときにも出ます。計画とその資料、テーマとその用語は、同じIDでかまいません。',
    corrected: { before: 'mihon', after: 'mihon-sogo' },
  },
  'other-prefecture': {
    cause:
      '団体コードの初めの2けたは、都道府県の番号です。となりの行を写したあとに、どちらかだけを直したときに出ます。都道府県を空にしておくと、団体コードから入ります。',
    corrected: { before: '千葉県', after: '埼玉県' },
  },
  'bad-old-id': {
    cause: 'IDを変えても、前の住所に来た人を今のページへ案内できるように、元のIDをそのまま残します。',
    corrected: { before: '待ち時間', after: 'mihon-sogo/waiting-time' },
  },
  'unknown-level': {
    cause: '階層は、その計画が使っている段の名前です。index.mdx の levels と、同じ言葉で書きます。',
    corrected: { before: '大綱', after: '政策' },
  },
  'level-order': {
    cause: '親コードの打ちまちがいか、levels に書いた順が計画とちがいます。levels は上の段から順に書きます。',
  },
  'missing-theme': {
    cause: '施策と取組には、ほかの市と並べて読めるように、テーマをつけます。はじめに書いたものが、おもなテーマです。',
  },
  'too-many-themes': { cause: 'テーマが多いと、どのテーマのページにも出て、さがしにくくなります。' },
  'missing-summary': {
    cause:
      '名称だけでは何をするのかがわからないので、事業のほかは、どの項目にも要約が要ります。計画に書かれていないことは書きません。',
  },
  'target-before-baseline': {
    cause: '現状値と目標値の列を入れちがえたか、元号の打ちまちがいです。時点が同じときにも出ます。',
  },
  'no-direction': {
    cause:
      '値が増えるとよいのか、減るとよいのかは、進み具合の計算に要ります。まちがって読まれないように、書いてください。',
  },
  'comparator-against-direction': {
    cause: '「増加」なのに「20人以下」のように、向きが反対です。良い方向の打ちまちがいが、ほとんどです。',
    corrected: { before: '増加', after: '減少' },
  },
  'maintain-needs-bound': {
    cause:
      '「維持」でも、上がる分にはよいものと、下がる分にはよいものがあります。計画に書かれていなければ、つくった課に確かめてください。',
    corrected: { before: '95%', after: '95%以上' },
  },
  'range-needs-ends': {
    cause: '範囲の目標は、下のはしと上のはしの両方を書きます。',
    corrected: { before: '40%以上', after: '40%以上60%以下' },
  },
  'over-100-percent': {
    cause: '小数点の打ちわすれが、ほとんどです。前の年とくらべた割合などは、100%をこえることがあります。',
    corrected: { before: '974%', after: '97.4%' },
  },
  'negative-count': {
    cause: '人や件を数えた値は、0より小さくなりません。増えた数や減った数を書く指標なら、そのままにします。',
  },
  'falling-cumulative': {
    cause: '累計は、前の年までの分に足していくので、減りません。その年だけの値なら、集計を「単年」にします。',
    corrected: { before: '累計', after: '単年' },
  },
  'slipped-unit': {
    cause: '0 が1つ多いか少ない、千人と人をまちがえた、というときに出ます。',
    corrected: { before: '152千人', after: '15.2千人' },
  },
  'slipped-percent': {
    cause: 'Excel は 38.2% を 0.382 として持っています。書式のない列に「値として貼り付け」をすると、こうなります。',
    corrected: { before: '0.382', after: '38.2%' },
  },
  'percent-as-fraction': {
    cause: 'Excel の % の列を「値として貼り付け」で写すと、どの値も100分の1の数になります。',
    corrected: { before: '0.355', after: '35.5%' },
  },
  outlier: {
    cause:
      '打ちまちがいや、ほかの指標の値を書いたときに出ます。大きな出来事があった年なら、注記にそのわけを書くと、読む人に伝わります。',
  },
  'repeated-observation': { cause: '前の年の行を写して、時点を直しわすれたときが、ほとんどです。' },
  'result-before-baseline': {
    cause:
      '現状値の時点を打ちまちがえたか、前の計画のときの値を足したときに出ます。現状値と同じ値なら、実績の行は要りません。',
  },
  'result-not-yet': {
    cause:
      'まだ来ていない年度の実績は、資料にありません。年度の打ちまちがいか、目標値を実績の表に写したときが、ほとんどです。',
    corrected: { before: '令和15年度', after: '令和5年度' },
  },
  'zone-without-shape': {
    cause: 'zones.csv に地域を足したのに、zones.geojson に形を足していません。IDのつづりがちがうときにも出ます。',
  },
  'zones-without-plan': {
    cause:
      '計画のない市のページには、地域がつながるところがありません。フォルダの名前（市区町村ID）がちがうときにも出ます。',
  },
  'plan-without-actions': {
    cause: '書きかけの計画でないか確かめてください。種別を英語で書きまちがえたときにも出ます。',
  },
  'unused-id': {
    cause: 'IDのつづりが、使うところとここでちがうことがあります。これから使うものなら、このままでかまいません。',
  },
  'repeated-order': {
    cause: '段は順の小さいものから調べ、はじめにあてはまった段の記号になります。順が同じだと、どちらかが決まりません。',
  },
  'limits-reversed': {
    cause: '下限と上限を入れちがえたか、負の数の大小をまちがえたときに出ます。▲10 は ▲5 より小さい数です。',
    corrected: { before: '下限 80、上限 60', after: '下限 60、上限 80' },
  },
  'band-gap': {
    cause:
      '「80%以上」と「80%より下」のように続く段では、どちらか片方だけが 80 を含みます。現状値より悪くなったとき（0%より下）の段も要ります。',
    corrected: { before: 'A：下限 80、下限を含む 1　B：上限 79', after: 'A：下限 80、下限を含む 1　B：上限 80' },
  },
  'band-overlap': {
    cause: 'となりあう段の両方で、同じ限りを含むと書いたときに出ます。',
    corrected: {
      before: 'A：下限 80、下限を含む 1　B：上限 80、上限を含む 1',
      after: 'A：下限 80、下限を含む 1　B：上限 80',
    },
  },
  'unreachable-band': {
    cause: 'せまい段を先に、広い段を後にします。下限も上限もない段は何でも入るので、いちばん後にだけ置けます。',
  },
  'unknown-rating': {
    cause: '記号は、全角と半角、大文字と小文字も、rating.csv と同じに書きます。',
    corrected: { before: 'Ａ', after: 'A' },
  },
  'no-front-matter': {
    cause: '文章のファイルは、いちばん上に題名などを書く部分が要ります。--- の前に空の行があってもいけません。',
    corrected: { before: '## めざす姿', after: '---\ntitle: 広場をつくる\n---\n\n## めざす姿' },
  },
  'bad-front-matter': {
    cause: '値の中に : や # があるのに、" で囲んでいないときに出ます。: の後ろには、半角の空白を1つ入れます。',
    corrected: { before: 'title: 第1章: 広場', after: 'title: "第1章: 広場"' },
  },
  'missing-key': {
    cause:
      'どの文章にも title が、計画の index.mdx には title、shortTitle、municipality、kind、levels、source が要ります。',
  },
  'unknown-key': {
    cause: '名前は半角の英字で、大文字と小文字もそのとおりに書きます。',
    corrected: { before: 'sorce: mihon-sogo', after: 'source: mihon-sogo' },
  },
  'bad-key': {
    cause: '数を書くところに漢字を書いたか、ならびを書くところに文を書いたときに出ます。',
    corrected: { before: 'order: 一', after: 'order: 1' },
  },
  'numbers-do-not-match-levels': {
    cause: 'numbers は、それぞれの階層の1番めが、計画にどう印刷されているかです。',
    corrected: {
      before: 'levels: [政策, 施策, 取組]\nnumbers: ["政策1", "①"]',
      after: 'levels: [政策, 施策, 取組]\nnumbers: ["政策1", "", "①"]',
    },
  },
  'body-without-page': { cause: '取組などは、上の施策のページの中に出ます。本文は、その施策のファイルに書きます。' },
  'body-without-node': {
    cause: 'ファイルの名前は、コードと同じにします。- ではなく _ でつなぎます。',
    corrected: { before: '1-1.mdx', after: '1_1.mdx' },
  },
  'reserved-name': {
    cause: 'content/guides/ の文章は、ファイルの名前が住所になります。同じ住所のページは、2つ作れません。',
    corrected: { before: 'rules.mdx', after: 'table-rules.mdx' },
  },
  'bad-mdx': {
    cause: '< と { は、部品や計算の始まりとして読まれます。文字としての < は、書きかえが要ります。',
    corrected: { before: '待ち時間 <10分', after: '待ち時間 &lt;10分' },
  },
  'code-in-text': { cause: '文章には、文字と、決まった部品だけを書けます。文字としての { は &#123; と書きます。' },
  'unknown-component': {
    cause: 'HTML のタグ（<br> や <font> など）も書けません。行を分けるときは、空の行を入れます。',
    corrected: { before: '<Indicater id="mihon-sogo/wait-time" />', after: '<Indicator id="mihon-sogo/wait-time" />' },
  },
  'dead-link': {
    cause:
      'サイトの中へのリンクは、どこに公開しても切れないように、/ から書きます。最後の / をわすれたときにも出ます。',
    corrected: { before: '[窓口](/plans/mihon-sogo/2_1)', after: '[窓口](/plans/mihon-sogo/2_1/)' },
  },
  'bad-link': {
    cause:
      'リンクは、サイトの中のページ、外のページ（https:// か http://）、メールアドレスにだけ張れます。あて先に空白があるときにも出ます。',
    corrected: { before: '[窓口](tel:00-0000-0000)', after: '窓口（電話 00-0000-0000）' },
  },
  'image-in-text': {
    cause:
      '画像だけでは、読み上げソフトを使う人に伝わらず、検索もできません。ほかのサイトの画像は、ブラウザーが表示を止めます。',
    corrected: {
      before: '![計画の体系図](./zu.png)',
      after: '計画は3つの章に分かれます（[計画書の4ページ](https://mihon.example/keikaku.pdf)）。',
    },
  },
  'unknown-indicator': {
    cause: '計画ID、/、指標ID の順に書きます。指標IDだけでは、どの計画の指標かがわかりません。',
    corrected: { before: '<Indicator id="wait-time" />', after: '<Indicator id="mihon-sogo/wait-time" />' },
  },
  'heading-too-high': {
    cause: '題名は front matter の title から、自動で出ます。',
    corrected: { before: '# めざす姿', after: '## めざす姿' },
  },
  placeholder: {
    cause:
      'npm run new が、書くところのしるしとして置いた文です。注意ですが、これだけは公開を止めます。要らない行なら、行ごと消します。',
    corrected: { before: `${TEXT_PLACEHOLDER}（施策の名称）`, after: '情報を伝える' },
  },
  'name-of-several': {
    cause:
      '「満足度」のように短い名前は、ちがう施策に同じものがあります。名前だけで選ぶと、ほかの指標に値が入ってしまうので、止めます。',
    corrected: {
      before: '指標名,令和6年度実績\n満足度,71%\n満足度,58%',
      after: '指標ID,指標名,令和6年度実績\npark-satisfaction,満足度,71%\nroad-satisfaction,満足度,58%',
    },
  },
  'repeated-name': {
    cause: 'ちがう施策に同じ名前の指標があるか、同じ行を二度写したときに出ます。二度写したのなら、片方を消します。',
    corrected: {
      before: '指標名,現状値\n満足度,70%\n満足度,55%',
      after: '指標ID,指標名,現状値\npark-satisfaction,満足度,70%\nroad-satisfaction,満足度,55%',
    },
  },
} satisfies Partial<Record<MessageCode, MessageExplanation>>;
