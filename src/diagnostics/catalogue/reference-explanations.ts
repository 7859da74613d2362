import type { referenceMessages } from './reference-messages.ts';
import type { MessageExplanation } from './message-entry.ts';

/** Explanations of the issues between records. */
export const referenceExplanations: Readonly<Partial<Record<keyof typeof referenceMessages, MessageExplanation>>> = {
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
};
