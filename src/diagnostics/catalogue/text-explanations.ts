import { TEXT_PLACEHOLDER } from '../../model/chapter.ts';
import type { textMessages } from './text-messages.ts';
import type { MessageExplanation } from './message-entry.ts';

/** Explanations of the issues of MDX texts. */
export const textExplanations: Readonly<Partial<Record<keyof typeof textMessages, MessageExplanation>>> = {
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
};
