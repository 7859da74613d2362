import type { SearchQuestion } from './plain-questions.ts';

/*
 * Questions in everyday words, with every page that a librarian would accept, put down by somebody who had read all
 * documents and knew nothing of the search. They were parted by chance.
 */

/** Known to who made the list of everyday words longer. */
export const colloquialQuestions: readonly SearchQuestion[] = [
  {
    asked: '回数より結果が大事',
    best: ['outcome', 'output', 'plans/kashiwa-suishin/index', 'kanazawa-keiei/s4', 'hiratsuka-jitsugen/3_2'],
  },
  { asked: '古い商家を残してほしい', best: ['kanazawa-keiei/2_2_1_3', 'kanazawa-keiei/2_1_2_2'] },
  {
    asked: '子どもの代にツケを残すな',
    best: [
      'warabi-jiritsu/35_3_3',
      'warabi-jiritsu/35_3_3_1',
      'warabi-jiritsu/35_3',
      'kashiwa-suishin/3_1_1',
      'kashiwa-suishin/3',
      'future-burden-ratio',
    ],
  },
  { asked: 'デマを見抜く力', best: ['information-literacy'] },
  { asked: '空いたままの市の土地', best: ['kashiwa-suishin/3_2_2', 'warabi-jiritsu/35_3_1_2'] },
  { asked: '税金をはらう人の割合', best: ['warabi-jiritsu/tax-collection', 'hiratsuka-jitsugen/3_3_1'] },
  { asked: 'ブログにのせてもいい？', best: ['guides/terms'] },
  {
    asked: 'アンケイトに答えたい',
    best: ['warabi-jiritsu/33_3_1_1', 'warabi-jiritsu/33_3_1', 'public-hearing'],
  },
  { asked: 'お金がなくて暮らせない', best: ['social-assistance-cost'] },
  {
    asked: '地震のあと早く元どおりに',
    best: ['kashiwara-unei-r2/1_3_6', 'resilience', 'national-resilience'],
  },
  {
    asked: '天下り先にお金を出すの',
    best: ['warabi-jiritsu/35_3_2_2', 'warabi-jiritsu/35_3_2', 'affiliated-body'],
  },
  {
    asked: '職員どうしの連絡が悪い',
    best: [
      'kashiwara-unei-r2/5_2_4',
      'kashiwara-unei-r2/5_2_4_1',
      'kashiwara-unei-r2/5_2_4_o1',
      'warabi-jiritsu/34_2_2_1',
    ],
  },
  {
    asked: '自分の町を好きになる',
    best: ['kashiwa-suishin/1_1_3', 'kashiwa-suishin/1_1', 'kashiwara-unei-r2/5_2_3'],
  },
  { asked: '市の会議の委員になりたい', best: ['hiratsuka-jitsugen/2', 'council'] },
  { asked: '順調かどうかの決め方', best: ['guides/method', 'ratings'] },
  { asked: 'ラインの友だち何人', best: ['warabi-jiritsu/sns-followers'] },
  {
    asked: 'たらい回しにされた',
    best: ['warabi-jiritsu/34_2_2_1', 'warabi-jiritsu/34_2_2', 'warabi-jiritsu/34_3_1_3'],
  },
  { asked: 'となり町へ行くバスがほしい', best: ['kanazawa-keiei/2_3_1_1', 'kanazawa-keiei/2_3_1'] },
  { asked: '夜中でも意見を送りたい', best: ['hiratsuka-jitsugen/1_2', 'hiratsuka-jitsugen/1_2_2'] },
  {
    asked: 'やりっぱなしにしないで',
    best: [
      'warabi-jiritsu/35_1_3_1',
      'warabi-jiritsu/35_1_3',
      'hiratsuka-jitsugen/3_2',
      'administrative-evaluation',
      'pdca',
      'kanazawa-keiei/s4',
    ],
  },
  {
    asked: 'お知らせが分かりにくい',
    best: [
      'hiratsuka-jitsugen/1_1_2',
      'hiratsuka-jitsugen/1_1',
      'hiratsuka-jitsugen/1_o1',
      'kashiwa-suishin/1_1_1',
      'warabi-jiritsu/33_3_2_1',
      'warabi-jiritsu/33_3',
    ],
  },
  { asked: 'まちの人口は何人', best: ['municipalities'] },
  { asked: 'よその市をまねて', best: ['kashiwara-unei-r2/5_2_2_1', 'kashiwara-unei-r2/5_2_2'] },
  { asked: '回覧板をスマホで見たい', best: ['kanazawa-keiei/2_1_2_1', 'kanazawa-keiei/2_1_2'] },
  {
    asked: '職員の態度が悪い',
    best: ['warabi-jiritsu/34_3_1_1', 'warabi-jiritsu/34_3_1', 'warabi-jiritsu/34_3'],
  },
  {
    asked: '自分たちで町のことを決めたい',
    best: ['resident-autonomy', 'hiratsuka-jitsugen/2_1', 'hiratsuka-jitsugen/2', 'hiratsuka-jitsugen/2_1_1'],
  },
  { asked: 'ハッカーにねらわれたら', best: ['warabi-jiritsu/35_2_3_1', 'warabi-jiritsu/35_2_3'] },
  {
    asked: '隠しごとをしないで',
    best: ['warabi-jiritsu/33_3_3_1', 'warabi-jiritsu/33_3_3', 'hiratsuka-jitsugen/1_1'],
  },
  {
    asked: '近所で助け合う　地震',
    best: [
      'self-help',
      'voluntary-disaster-org',
      'kashiwara-unei-r2/1_3_7_2',
      'kashiwara-unei-r2/1_3_7_o2',
      'plans/kashiwara-unei-r2/text/basic-stance',
    ],
  },
  { asked: '使う人が払うべき', best: ['beneficiary-pays', 'kashiwa-suishin/3_1_2'] },
];

/** Asked once when the list had been made longer, and known from then on. */
export const unseenQuestions: readonly SearchQuestion[] = [
  {
    asked: '外のスピーカーが聞こえない',
    best: ['kashiwara-unei-r2/1_3_5_o1', 'kashiwara-unei-r2/1_3_5_1', 'kashiwara-unei-r2/1_3_5', 'disaster-radio'],
  },
  {
    asked: '職員が多すぎないか',
    best: ['hiratsuka-jitsugen/3_3_3', 'warabi-jiritsu/34_2_1_1', 'kashiwa-suishin/2_1_1'],
  },
  {
    asked: '会社にまかせればいいのに',
    best: [
      'hiratsuka-jitsugen/3_1',
      'hiratsuka-jitsugen/3_1_1',
      'hiratsuka-jitsugen/3_1_2',
      'warabi-jiritsu/35_1_4',
      'warabi-jiritsu/35_1_4_1',
      'outsourcing',
      'designated-manager',
      'kanazawa-keiei/i2_3',
    ],
  },
  {
    asked: '球場に会社の名前がつく',
    best: ['naming-rights', 'kanazawa-keiei/3_2_2_1', 'kanazawa-keiei/3_2_2'],
  },
  {
    asked: 'むだづかいをやめて',
    best: [
      'warabi-jiritsu/35_3_2',
      'warabi-jiritsu/35_3_2_1',
      'hiratsuka-jitsugen/3_3',
      'hiratsuka-jitsugen/3_2_2',
      'kashiwa-suishin/3_1_2',
      'kashiwa-suishin/3_1',
    ],
  },
  {
    asked: '子どもが減って町がさびれる',
    best: ['plans/kashiwara-unei-r2/text/basic-stance', 'kashiwara-unei-r2/5_2_3_o1', 'kanazawa-keiei/2_3'],
  },
  {
    asked: '隣の市と一緒にやれば',
    best: [
      'warabi-jiritsu/35_1_5',
      'warabi-jiritsu/35_1_5_1',
      'hiratsuka-jitsugen/3_4',
      'hiratsuka-jitsugen/3_4_1',
      'kanazawa-keiei/2_3',
      'kanazawa-keiei/2_3_1',
      'wide-area',
    ],
  },
  { asked: 'かしわの北のほう', best: ['kashiwa/north', 'plans/kashiwa-suishin/text/zones'] },
  { asked: '字が小さくて読めない', best: ['guides/accessibility'] },
  {
    asked: '役所の心がまえ',
    best: ['plans/kanazawa-keiei/text/philosophy', 'plans/kashiwara-unei-r2/text/basic-stance'],
  },
  {
    asked: '十年後のまちの姿',
    best: ['kashiwara-unei-r2/5_2_1', 'kashiwara-unei-r2/5_2_1_1', 'kashiwara-unei-r2/5_2_1_o1', 'comprehensive-plan'],
  },
  { asked: '市に貯金はあるの', best: ['fund', 'kanazawa-keiei/3_1_1_3'] },
  { asked: '役所の電気代が高い', best: ['hiratsuka-jitsugen/3_3_5', 'kanazawa-keiei/3_1_2'] },
  { asked: '紙をへらして', best: ['hiratsuka-jitsugen/1_3_1', 'hiratsuka-jitsugen/1_3'] },
  { asked: '役所のパソコンが古い', best: ['kashiwa-suishin/1_2_3', 'information-infrastructure'] },
  { asked: '会議が多すぎる', best: ['kanazawa-keiei/1_1_2_1', 'kanazawa-keiei/1_1_2'] },
  { asked: '町の人の提案は何件', best: ['warabi-jiritsu/sdgs-proposals'] },
  {
    asked: '役所は仕事がおそい',
    best: ['kanazawa-keiei/s2', 'hiratsuka-jitsugen/1_3', 'hiratsuka-jitsugen/1_3_2', 'warabi-jiritsu/34_2_2'],
  },
  { asked: '定年した人の経験', best: ['warabi-jiritsu/34_1_3_1', 'warabi-jiritsu/34_1_3'] },
  { asked: 'となり町とくっつく話', best: ['hiratsuka-jitsugen/3_4'] },
  {
    asked: '役所の人も勉強してほしい',
    best: [
      'warabi-jiritsu/34_1_1_1',
      'warabi-jiritsu/34_1_1',
      'kanazawa-keiei/1_3_1',
      'kanazawa-keiei/1_3_1_2',
      'kanazawa-keiei/1_3_1_3',
      'kashiwa-suishin/2_2_1',
    ],
  },
  {
    asked: '地元の職人を応援',
    best: ['kashiwara-unei-r2/5_2_3_o2', 'kashiwara-unei-r2/5_2_3_2', 'kashiwara-unei-r2/5_2_3', 'local-industry'],
  },
  {
    asked: 'グループを立ち上げたい',
    best: ['warabi-jiritsu/33_2_3_1', 'warabi-jiritsu/33_2_3', 'hiratsuka-jitsugen/2_1_2'],
  },
  { asked: 'つなみがこわい', best: ['hiratsuka-jitsugen/1_1', 'disaster-reduction'] },
  {
    asked: 'アイデアを市に売り込む',
    best: ['warabi-jiritsu/33_2_1_1', 'sdgs-proposal-scheme', 'kanazawa-keiei/2_2_1_2'],
  },
  { asked: 'がけを空から見る', best: ['kanazawa-keiei/1_1_1_3', 'kanazawa-keiei/1_1_1'] },
  {
    asked: '雨もりを直して',
    best: [
      'warabi-jiritsu/35_1_2_2',
      'warabi-jiritsu/35_1_2_1',
      'warabi-jiritsu/35_1_2',
      'kashiwa-suishin/3_2_1',
      'preventive-maintenance',
    ],
  },
  {
    asked: '市のデータでアプリを作る',
    best: [
      'guides/developers',
      'open-data',
      'kanazawa-keiei/1_2_1_1',
      'kanazawa-keiei/1_2_1',
      'kanazawa-keiei/1_2',
      'kashiwa-suishin/1_3_2',
    ],
  },
  { asked: '人が集まる場所を知りたい', best: ['people-flow-data', 'kanazawa-keiei/1_2_1_2'] },
  {
    asked: 'しょるいを書くのが面倒',
    best: ['kashiwa-suishin/1_2_1', 'online-procedure', 'warabi-jiritsu/35_2_1_1', 'warabi-jiritsu/35_2_1'],
  },
];
