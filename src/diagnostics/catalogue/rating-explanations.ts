import type { ratingMessages } from './rating-messages.ts';
import type { MessageExplanation } from './message-entry.ts';

/** Explanations of the issues of a plan's own rating. */
export const ratingExplanations: Readonly<Partial<Record<keyof typeof ratingMessages, MessageExplanation>>> = {
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
};
