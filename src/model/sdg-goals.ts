import { z } from 'zod';

/** One of the seventeen goals. */
interface Goal {
  readonly goal: number;
  /** The official Japanese wording. */
  readonly title: string;
  /** A short name for pictures, at most eight characters. */
  readonly short: string;
}

/** The seventeen goals, in the order of their numbers. */
export const sdgGoals: readonly Goal[] = (
  [
    ['貧困をなくそう', '貧困'],
    ['飢餓をゼロに', '飢餓'],
    ['すべての人に健康と福祉を', '健康と福祉'],
    ['質の高い教育をみんなに', '教育'],
    ['ジェンダー平等を実現しよう', 'ジェンダー平等'],
    ['安全な水とトイレを世界中に', '水とトイレ'],
    ['エネルギーをみんなに そしてクリーンに', 'エネルギー'],
    ['働きがいも経済成長も', '働きがい'],
    ['産業と技術革新の基盤をつくろう', '産業と技術'],
    ['人や国の不平等をなくそう', '不平等'],
    ['住み続けられるまちづくりを', 'まちづくり'],
    ['つくる責任 つかう責任', 'つくる責任'],
    ['気候変動に具体的な対策を', '気候変動'],
    ['海の豊かさを守ろう', '海の豊かさ'],
    ['陸の豊かさも守ろう', '陸の豊かさ'],
    ['平和と公正をすべての人に', '平和と公正'],
    ['パートナーシップで目標を達成しよう', 'パートナーシップ'],
  ] as const
).map(([title, short], at) => ({ goal: at + 1, title, short }));

/** The number of one of the seventeen Sustainable Development Goals. */
export const SdgNumber = z.number().int().min(1).max(17);

/** Returns a goal's title; the number must be 1 to 17. */
export function getSdgTitle(goal: number): string {
  const found = sdgGoals[SdgNumber.parse(goal) - 1];
  if (!found) throw new RangeError(`no SDG ${goal}`);
  return found.title;
}
