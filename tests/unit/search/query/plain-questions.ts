/** A question of a resident, and the documents that answer it best, chosen by a reader of the plans. */
export interface SearchQuestion {
  readonly asked: string;
  readonly best: readonly string[];
}

const warabi = (...codes: readonly string[]) => codes.map((code) => `warabi-jiritsu/${code}`);
const kanazawa = (...codes: readonly string[]) => codes.map((code) => `kanazawa-keiei/${code}`);
const kashiwara = (...codes: readonly string[]) => codes.map((code) => `kashiwara-unei-r2/${code}`);

/** Written before the search was tuned. If the plans contain no answer, the best documents are the nearest ones. */
export const initialQuestions: readonly SearchQuestion[] = [
  { asked: '保育所', best: kanazawa('3_1_1_1') },
  { asked: '税金の払いすぎ', best: ['hiratsuka-jitsugen/3_3_1', ...warabi('35_3_1_1')] },
  {
    asked: '災害のとき逃げる',
    best: [...kashiwara('1_3_5', '1_3_5_2', '1_3_5_o1', '1_3'), 'designated-shelter'],
  },
  { asked: '市役所の窓口', best: warabi('34_3', '34_3_1', '34_3_1_1', '34_3_1_2') },
  { asked: '土日に開いている窓口', best: warabi('34_3_1_2', '34_3', '34_3_1') },
  { asked: '外国人の相談', best: warabi('34_3_1_3', '34_3') },
  { asked: 'コンビニで証明書を受け取りたい', best: warabi('35_2_1_1') },
  { asked: '家族が亡くなったとき', best: warabi('34_3_1_3') },
  { asked: 'ゴミで発電', best: kanazawa('3_1_2_2', '3_1_2') },
  { asked: '太陽光パネル', best: kanazawa('3_1_2_1') },
  { asked: '市長に意見を言いたい', best: warabi('33_3_1_2', '33_3_1_1', '33_3_1') },
  { asked: 'パブコメ', best: ['hiratsuka-jitsugen/1_2_1', 'public-comment'] },
  { asked: 'ボランティアをしたい', best: warabi('33_2_2_1', '33_2_2') },
  { asked: '停電したとき避難所は', best: kashiwara('1_3_5_2', '1_3_5_o2') },
  { asked: '女性の消防団', best: kashiwara('1_3_7_1') },
  { asked: '駐車場', best: kanazawa('3_3_1_1') },
  { asked: '市立病院の経営', best: kanazawa('3_3_2_2') },
  { asked: 'バスや電車の乗り換え', best: [...kanazawa('2_2_2_1', '2_3_1_1'), 'maas'] },
  { asked: 'シングルマザー', best: kanazawa('1_2_2_2') },
  { asked: 'スマホが苦手な高齢者', best: [...warabi('35_2_2', '35_2_2_1'), 'digital-divide'] },
  {
    asked: 'ネットで手続きしたい',
    best: [...warabi('35_2_1_1'), 'kashiwa-suishin/1_2_1', 'online-procedure'],
  },
  {
    asked: '市の職員になりたい',
    best: [...warabi('34_1_3_1', '34_1_3'), ...kanazawa('1_3_2_1'), 'kashiwa-suishin/2_2_2'],
  },
  { asked: 'オープンデーター', best: ['open-data', ...kanazawa('1_2_1', '1_2_1_1')] },
  { asked: '国土強靭化', best: [...kashiwara('1_3_6'), 'national-resilience', 'resilience'] },
  {
    asked: '建物が古くなって危ない',
    best: ['kashiwa-suishin/3_2_1', ...warabi('35_1_2_2'), ...kanazawa('i3_1', '3_1_1')],
  },
  {
    asked: '市の借金',
    best: [...warabi('35_3_3_1', '35_3_3'), 'future-burden-ratio', 'kashiwa-suishin/3_1_1'],
  },
  { asked: '若者の意見を聞いてほしい', best: [...kanazawa('2_1_1_1'), ...warabi('33_1_2_1')] },
  { asked: '子育て中でも参加できる', best: warabi('33_1_2_1') },
  { asked: '手ぬぐい', best: kashiwara('5_2_3_2') },
  { asked: '個人情報は守られているか', best: warabi('33_3_3', '33_3_3_1', '35_2_3') },
];

/** Written when the search was first finished, to test it on unknown questions. */
export const controlQuestions: readonly SearchQuestion[] = [
  { asked: '水道の運営', best: kanazawa('3_3_2_1', '3_3_2') },
  { asked: '商店街の人出', best: kanazawa('1_2_1_2') },
  { asked: '消防団に入るには', best: [...kashiwara('1_3_7', '1_3_7_o1', '1_3_7_1'), 'fire-corps'] },
  {
    asked: '市の広報誌',
    best: [...warabi('33_3_2_1', '33_3_2'), 'hiratsuka-jitsugen/1_1_1', ...kashiwara('5_2_3')],
  },
  {
    asked: '自治会の活動',
    best: ['hiratsuka-jitsugen/2', 'hiratsuka-jitsugen/2_1', 'hiratsuka-jitsugen/2_1_1'],
  },
  { asked: '使っていない市の土地', best: ['kashiwa-suishin/3_2_2', ...warabi('35_3_1_2')] },
  { asked: '残業を減らす', best: ['kashiwa-suishin/2_2_4', 'work-life-balance'] },
  { asked: 'マイナンバーカード', best: warabi('35_2_1_1') },
  { asked: '防災無線が聞こえない', best: [...kashiwara('1_3_5_o1', '1_3_5_1'), 'disaster-radio'] },
  { asked: '公民館を建て替える', best: [...kanazawa('i3_1', '3_1_1'), 'kashiwa-suishin/3_2_1'] },
  { asked: 'ツイッターで知らせてほしい', best: [...warabi('33_3_2_2'), ...kanazawa('1_2_2_1'), 'sns'] },
  {
    asked: '研究データがほしい',
    best: ['kashiwa-suishin/1_3_2', ...kanazawa('1_2_1', '1_2_1_1'), 'open-data', 'public-data'],
  },
];

const kashiwa = (...codes: readonly string[]) => codes.map((code) => `kashiwa-suishin/${code}`);
const hiratsuka = (...codes: readonly string[]) => codes.map((code) => `hiratsuka-jitsugen/${code}`);

/** Questions of everyday life by another author; no plan answers some of them. */
export const everydayQuestions: readonly SearchQuestion[] = [
  {
    asked: '市の無駄づかいを減らしてほしい',
    best: [...kashiwa('3', '3_1_2'), ...warabi('35_3_2', '35_3_2_1'), ...hiratsuka('3_3')],
  },
  { asked: '市の仕事を民間に任せる', best: [...warabi('35_1_4', '35_1_4_1'), ...hiratsuka('3_1', '3_1_2')] },
  {
    asked: '国民健康保険の赤字',
    best: [...hiratsuka('3_3_2'), ...kanazawa('3_3', '3_3_1'), 'special-account'],
  },
  {
    asked: '下水道の料金が上がるのはなぜ',
    best: [...kanazawa('3_3_2'), ...kashiwa('3_1_2'), 'public-enterprise', 'beneficiary-pays'],
  },
  { asked: '使わなくなった学校の跡地', best: [...kashiwa('3_2_2'), ...warabi('35_3_1_2')] },
  {
    asked: '役所に行かずに申請したい',
    best: [...warabi('35_2_1_1'), ...kashiwa('1_2_1'), 'online-procedure'],
  },
  { asked: '市の予算は何に使われているか', best: [...warabi('35_3_2_1', '35_3_2'), ...hiratsuka('3_2_2')] },
  { asked: '審議会の委員になるには', best: [...warabi('33_1_1_1', '33_1_1'), 'council'] },
  { asked: 'ふるさと納税', best: kanazawa('3_2_2', 'i3_4') },
  {
    asked: '町内会に入る人が減っている',
    best: [...hiratsuka('2_1', '2_1_1'), ...kanazawa('2_1_2', '2_1_2_1', 'i2_2')],
  },
  {
    asked: '図書館は誰が運営しているの',
    best: [...hiratsuka('3_1_2'), ...kanazawa('2_2_2_2', '3_1_2'), ...warabi('35_1_4_1'), 'designated-manager'],
  },
  { asked: '市のホームページが見づらい', best: [...warabi('33_3_2_1', '33_3_2'), ...hiratsuka('1_1_1')] },
  { asked: '体育館の利用料金', best: [...kashiwa('3_1_2'), 'beneficiary-pays'] },
  {
    asked: 'LINEで市のお知らせを受け取りたい',
    best: [...warabi('33_3_2_2'), ...kanazawa('1_2_2_1'), ...kashiwara('5_2_3')],
  },
  { asked: '職員の人数は多すぎないか', best: [...hiratsuka('3_3_3'), ...warabi('34_2_1_1')] },
  { asked: '公民館の予約をスマホでしたい', best: [...warabi('35_2_1_1'), ...kashiwa('1_2_1')] },
  { asked: '水害のハザードマップ', best: kashiwara('1_3_5', '1_3_5_o1') },
  { asked: '市の広告収入', best: warabi('35_3_1_2', '35_3_1') },
  { asked: '給食費', best: [...kashiwa('3_1_2'), 'beneficiary-pays'] },
  { asked: '学童保育', best: kanazawa('3_1_1_1') },
  {
    asked: '道路の穴を直してほしい',
    best: [...warabi('35_1_2_1'), ...kanazawa('1_1_1_3'), 'public-facilities-plan'],
  },
  { asked: '空き家', best: kashiwa('3_2_2') },
  { asked: '市民アンケートの結果', best: warabi('33_3_1_1') },
  { asked: '個人情報が漏れないか', best: warabi('33_3_3', '33_3_3_1', '35_2_3_1') },
  { asked: '戸籍謄本の取り方', best: warabi('35_2_1_1') },
  { asked: '隣の市の施設も使えるか', best: [...warabi('35_1_5_1'), ...hiratsuka('3_4_1')] },
  { asked: '市の財産を売る', best: [...warabi('35_3_1_2'), ...kashiwa('3_2_2')] },
  { asked: '職員の給料', best: kashiwa('2_2_3') },
  { asked: 'AIを使った仕事', best: [...kanazawa('1_1_1_2', '1_1_1'), ...kashiwa('1_2_2')] },
  { asked: '高齢の親が手続きできない', best: [...warabi('35_2_2', '35_2_2_1'), 'digital-divide'] },
];

/** Written after everyday phrases were added for the questions above. */
export const finalQuestions: readonly SearchQuestion[] = [
  { asked: '防犯カメラをつけてほしい', best: kashiwara('1_3') },
  { asked: '市の会議を傍聴したい', best: [...warabi('33_3_3', '33_3_3_1'), 'council'] },
  {
    asked: '転職して市役所で働きたい',
    best: [...warabi('34_1_3', '34_1_3_1'), ...kanazawa('1_3_2_1'), ...kashiwa('2_2_2')],
  },
  { asked: '家で証明書を取る', best: [...warabi('35_2_1_1'), ...kashiwa('1_2_1'), 'online-procedure'] },
  {
    asked: '市民の意見はどう反映されるか',
    best: [...warabi('33_1_1_2', '33_3_1'), ...hiratsuka('1_2_1', '1_o3')],
  },
  { asked: '避難所に発電機はあるか', best: kashiwara('1_3_5_2') },
  { asked: '古い学校の建て替え', best: [...kanazawa('i3_1', '3_1_1'), ...kashiwa('3_2_1')] },
  {
    asked: '市債はいくらあるのか',
    best: [...warabi('35_3_3', '35_3_3_1'), ...kashiwa('3_1_1'), 'future-burden-ratio'],
  },
  {
    asked: '企業と協力した取り組み',
    best: [...kanazawa('2_2_1', '2_2_1_1'), ...warabi('35_1_4_2', '33_2_1_3'), 'warabi-jiritsu/agreements'],
  },
  { asked: '英語の案内がほしい', best: warabi('34_3_1_3') },
  { asked: 'Wi-Fiが使える場所', best: warabi('35_2_1_1') },
  { asked: '病院がなくなるのでは', best: kanazawa('3_3_2_2', '3_3_2') },
  { asked: '若い人の声を市政に', best: [...kanazawa('2_1_1_1'), ...warabi('33_1_2_1')] },
  { asked: '駅前で手続きできるか', best: warabi('34_3_1_2') },
  { asked: '市の魅力をPRする', best: kashiwara('5_2_3', '5_2_3_1', '5_2_3_o1') },
];

/** By other readers and in other ways of writing: residents of another country, students, developers, staff. */
export const otherQuestions: readonly SearchQuestion[] = [
  { asked: '蕨市はどんなまち', best: ['warabi'] },
  { asked: '計画の達成率', best: ['guides/method', 'ratings'] },
  { asked: '経常収支比率 比較', best: ['ordinary-balance-ratio'] },
  { asked: '他市の定員管理', best: warabi('34_2_1_1') },
  { asked: 'KPIの設定方法', best: ['outcome', 'plans/kashiwa-suishin/index'] },
  { asked: 'CSVでダウンロード', best: ['guides/developers'] },
  { asked: 'population of Warabi', best: ['resident-population', 'census-population'] },
  { asked: 'ことばが わからないとき どこに いけば いいですか', best: warabi('34_3_1_3') },
  { asked: 'syoubou', best: ['fire-corps', ...kashiwara('1_3_7')] },
  { asked: 'ほいくえm', best: kanazawa('3_1_1_1') },
  { asked: '經營', best: kanazawa('3_3', '3_3_2') },
];
