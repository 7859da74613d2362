import { z } from 'zod';

/**
 * The seventeen goals, in the order of their numbers: the official Japanese wording, a short name of at most eight
 * characters for pictures, and the official English wording.
 */
export const sdgGoals = (
  [
    ['貧困をなくそう', '貧困', 'No poverty'],
    ['飢餓をゼロに', '飢餓', 'Zero hunger'],
    ['すべての人に健康と福祉を', '健康と福祉', 'Good health and well-being'],
    ['質の高い教育をみんなに', '教育', 'Quality education'],
    ['ジェンダー平等を実現しよう', 'ジェンダー平等', 'Gender equality'],
    ['安全な水とトイレを世界中に', '水とトイレ', 'Clean water and sanitation'],
    ['エネルギーをみんなに そしてクリーンに', 'エネルギー', 'Affordable and clean energy'],
    ['働きがいも経済成長も', '働きがい', 'Decent work and economic growth'],
    ['産業と技術革新の基盤をつくろう', '産業と技術', 'Industry, innovation and infrastructure'],
    ['人や国の不平等をなくそう', '不平等', 'Reduced inequalities'],
    ['住み続けられるまちづくりを', 'まちづくり', 'Sustainable cities and communities'],
    ['つくる責任 つかう責任', 'つくる責任', 'Responsible consumption and production'],
    ['気候変動に具体的な対策を', '気候変動', 'Climate action'],
    ['海の豊かさを守ろう', '海の豊かさ', 'Life below water'],
    ['陸の豊かさも守ろう', '陸の豊かさ', 'Life on land'],
    ['平和と公正をすべての人に', '平和と公正', 'Peace, justice and strong institutions'],
    ['パートナーシップで目標を達成しよう', 'パートナーシップ', 'Partnerships for the goals'],
  ] as const
).map(([title, short, english], at) => ({ goal: at + 1, title, short, english }));

/** The number of one of the seventeen Sustainable Development Goals. */
export const SdgNumber = z.number().int().min(1).max(17);

/** Returns a goal's title; the number must be 1 to 17. */
export function getSdgTitle(goal: number): string {
  const found = sdgGoals[goal - 1];
  if (!found) throw new RangeError(`no SDG ${goal}`);
  return found.title;
}
