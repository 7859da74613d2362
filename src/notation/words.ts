import type { TargetComparator } from '../model/quantity.ts';

/** What targets in words speak of: a direction, or something to be done. */
const DIRECTION =
  '(?:増加|増やす|増|減少|減らす|減|維持|延伸|延長|延ばす|伸ばす|向上|上昇|高める|高くする|低下|低くする|縮小|縮減|削減|低減|軽減' +
  '|拡大|拡充|充実|改善|推進|促進|強化|抑制|短縮|解消|普及|確保|安定|継続|横ばい|横這い|倍増|半減|引き?上げる?|引き?下げる?|上げる|下げる' +
  '|プラス(?:に転じる)?|マイナス|黒字|均衡|定着|浸透|醸成|上向き|右肩上がり)';
/** What is done, so many times or at all: 設置, 年2回開催. */
export const ACTION_WORDS =
  '(?:設置|実施|完了|完成|策定|改定|改訂|開始|開設|整備|導入|達成|検討|公表|公開|作成|運用|稼働|供用|廃止|制定|施行|締結|着手|構築|設立' +
  '|移行|認定|認証|取得|登録|指定|配置|開催|決定|把握|活用|見直し|実現|終了|統合|統一|オープン|竣工|着工|設計|工事|周知|啓発|支援|育成|養成' +
  '|供給|発信|連携|協働|募集|選定|研究|試行|更新|改修|修繕|建設|造成|新設|増設|増員|移転|集約|譲渡|撤去|点検|診断|確認|提供|提案|交付|申請' +
  '|採択|採用|派遣|誘致|受入れ?|配布|発行|放送|対応|対策|防止|予防|保全|継承|再生|創出|形成|成立|普及|注視|見守る|観察|参加|参画|交流|運営|管理' +
  '|研修|運行|開通|開業|開校|開園|休止|耐震化)';
/** 民営化, 見える化 (a made-up 増化 is too short to be one), 待機児童ゼロ, 赤字なし, 計画どおり. */
const STATE =
  '(?:[一-龠ァ-ヺーA-Z]{2,8}化|見える化|ゼロ|づくり|(?<=..)なし|発生させない|(?:計画|予定)(?:どおり|通り))';
const DOING =
  '(?:(?:を|に|の)?(?:目指す|目指します|図る|図ります|努める|努めます|させる|させます|する|します|した|しない)|済み?|済|中|予定|傾向|基調|へ)?';
/** What they are about, which may be said first: 健康寿命の延伸, 計画を策定. */
const ABOUT = '(?:[^\\d→]{0,30}?(?:の|を|が|は|に|・|、| )?)';

/** What a target is measured against: the baseline, the year before, or a level that others set. */
const LEVEL =
  '(?:(?:毎年度?|各年度?|常に)?(?:現状値?|現況値?|現在値?|基準値?|基準年度?|策定時|当初値?|前年度?|前回(?:調査)?|直近値?)(?:の?(?:値|数値|実績値?))?' +
  '|[^\\d以超未]{1,15}?(?:(?:平均|基準|目標)(?:値|点|[^\\d以超未]{1,4}率)?|水準|実績値?|最[高大]値?)' +
  '|(?:過去|直近)の?\\d{1,2}[かカヵヶケ箇]?年間?の?平均値?)と?';
/** 現状値以上, 前年度を上回る, 県平均以上, 現状より増加. */
const AGAINST = new RegExp(
  `^${LEVEL}(?:(?<least>以上|を?下回らない(?:こと)?)|(?<most>以下|以内|を?(?:超えない|上回らない)(?:こと)?)` +
    `|(?<more>を?(?:超える?|上回る)(?:こと)?|より(?:高|多|大き)い)|(?<less>未満|を?下回る(?:こと)?|より(?:低|少な|小さ)い)` +
    `|(?:と?同)?(?:程度|水準)|並み?|(?:を|の)?維持|(?:より|から|の|を|に?比べ?て?)?${DIRECTION})${DOING}$`,
);
/** All of them, or the first among many: 全小学校で実施, 市内全域, 県内トップクラス. */
const WHOLE =
  /^(?:[市町村区県][内立]?)?全(?:て|部|[一-龠々ァ-ヺー・]{1,12}(?:で|の|に|を|へ|が|と)?)[^\d]{0,10}$|^すべて[^\d]{0,15}$|^[^\d]{0,8}トップ(?:クラス|レベル)?(?:を?維持|を?目指す)?$/;
/** When it is done, where that is all that is said. */
const ALWAYS = /^(?:毎年度?|随時|常時|通年|適宜)$/;
const ARROW = /^(?:[↑↓→↗↘⬆⬇⇧⇩⇗⇘⤴⤵➚➘]|アップ|ダウン|UP|DOWN|up|down)$/;
const PLAIN = new RegExp(`^${ABOUT}(?:${DIRECTION}|(?:未|再)?${ACTION_WORDS}|${STATE})${DOING}$`);

/** A target told in words: how it compares with the baseline, or with another level, where it says so. */
export interface TargetPhrase {
  readonly comparator: Extract<TargetComparator, '>=' | '<=' | '>' | '<'> | null;
}

/**
 * Recognises a target told in words: 増加, 健康寿命の延伸, 現状値以上, 全市町村, ↑. Null where the text is none that is
 * known, so that a misspelt word is found.
 * @param text folded, without brackets and times
 * @example parseTargetPhrase('増加を目指す') // → comparator null
 * @example parseTargetPhrase('現状値以上') // → comparator >=
 * @example parseTargetPhrase('県平均を上回る') // → comparator >
 * @example parseTargetPhrase('増化') // → null
 */
export function parseTargetPhrase(text: string): TargetPhrase | null {
  const against = AGAINST.exec(text)?.groups;
  if (against) {
    if (against.least) return { comparator: '>=' };
    if (against.most) return { comparator: '<=' };
    if (against.more) return { comparator: '>' };
    return { comparator: against.less ? '<' : null };
  }
  return [WHOLE, ALWAYS, ARROW, PLAIN].some((form) => form.test(text)) ? { comparator: null } : null;
}
