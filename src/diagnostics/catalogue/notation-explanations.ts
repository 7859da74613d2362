import type { notationMessages } from './notation-messages.ts';
import type { MessageExplanation } from './message-entry.ts';

/** Explanations of the issues of values, targets and periods. */
export const notationExplanations: Readonly<Partial<Record<keyof typeof notationMessages, MessageExplanation>>> = {
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
};
