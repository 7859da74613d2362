import type { Comparator } from '../model/quantity.ts';

/** What targets in words speak of: a direction, or something to be done. */
const DIRECTION =
  '(?:増加|増|減少|減|維持|延伸|延長|向上|上昇|低下|縮小|縮減|削減|低減|軽減|拡大|拡充|充実|改善|推進|促進|強化|抑制|短縮|解消|普及|確保|安定|継続|現状維持|横ばい|倍増|半減)';
const DEED =
  '(?:設置|実施|完了|完成|策定|改定|改訂|開始|開設|整備|導入|達成|検討|公表|公開|作成|運用|運用開始|稼働|供用開始|供用|廃止|制定|締結|着手|構築|設立|移行|認定|登録|指定|配置|開催|決定|把握|活用|見直し|実現|事業化|終了|ゼロ)';
const DOING =
  '(?:(?:を|に|の)?(?:目指す|目指します|図る|図ります|努める|努めます|させる|させます|する|します|した|しない)|済み?|済|中|予定|傾向|へ)?';
/** What they are about, which may be said first: 健康寿命の延伸, 計画を策定. */
const ABOUT = '(?:[^\\d→]{0,30}?(?:の|を|が|は|に|・|、| )?)';

const LEVEL =
  '(?:現状値?|現況値?|現在値?|基準値?|基準年度?|策定時|当初値?|前年度?|前回(?:調査)?|直近値?)(?:の値|の数値|と)?';
/** Measured against the baseline: 現状値以上, 前年度を上回る, 現状より増加. */
const AGAINST = new RegExp(
  `^${LEVEL}(?:(?<least>以上)|(?<most>以下|以内)|(?<more>を?(?:超える?|上回る)(?:こと)?)|(?<less>未満|を?下回る(?:こと)?)|(?:を|の)?維持|(?:より|から|の|を|に?比べ?て?)?${DIRECTION})${DOING}$`,
);
const WHOLE =
  /^(?:全(?:て|部|国|市|町|村|域|市町村|地区|地域|校|小中学校|学校|園|施設|課|職員|世帯|住民|市民)[^\d]{0,10}|すべて[^\d]{0,15})$/;
const ARROW = /^(?:[↑↓→↗↘]|アップ|ダウン|UP|DOWN|up|down)$/;
const PLAIN = new RegExp(`^${ABOUT}(?:${DIRECTION}|(?:未|再)?${DEED})${DOING}$`);

/** A target told in words: how it compares with the baseline where it says so. */
export interface TargetWords {
  readonly comparator: Extract<Comparator, '>=' | '<=' | '>' | '<'> | null;
}

/**
 * Recognises a target told in words: 増加, 健康寿命の延伸, 現状値以上, 全市町村, ↑. Null where the text is none that is
 * known, so that a misspelt word is found.
 * @param text folded, without brackets and times
 * @example targetWords('増加を目指す') // → comparator null
 * @example targetWords('現状値以上') // → comparator >=
 * @example targetWords('増化') // → null
 */
export function targetWords(text: string): TargetWords | null {
  const against = AGAINST.exec(text)?.groups;
  if (against) {
    if (against.least) return { comparator: '>=' };
    if (against.most) return { comparator: '<=' };
    if (against.more) return { comparator: '>' };
    return { comparator: against.less ? '<' : null };
  }
  return [WHOLE, ARROW, PLAIN].some((form) => form.test(text)) ? { comparator: null } : null;
}
