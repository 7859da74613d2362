import type { fileMessages } from './file-messages.ts';
import type { MessageExplanation } from './message-entry.ts';

/** Explanations of the issues of whole files. */
export const fileExplanations: Readonly<Partial<Record<keyof typeof fileMessages, MessageExplanation>>> = {
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
};
