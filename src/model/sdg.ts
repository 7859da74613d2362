import { z } from 'zod';

/** The seventeen goals in the Japanese wording that the plans print. */
export const sdgs: readonly { readonly goal: number; readonly title: string }[] = [
  '貧困をなくそう',
  '飢餓をゼロに',
  'すべての人に健康と福祉を',
  '質の高い教育をみんなに',
  'ジェンダー平等を実現しよう',
  '安全な水とトイレを世界中に',
  'エネルギーをみんなに そしてクリーンに',
  '働きがいも経済成長も',
  '産業と技術革新の基盤をつくろう',
  '人や国の不平等をなくそう',
  '住み続けられるまちづくりを',
  'つくる責任 つかう責任',
  '気候変動に具体的な対策を',
  '海の豊かさを守ろう',
  '陸の豊かさも守ろう',
  '平和と公正をすべての人に',
  'パートナーシップで目標を達成しよう',
].map((title, at) => ({ goal: at + 1, title }));

/** The number of one of the seventeen Sustainable Development Goals. */
export const Sdg = z.number().int().min(1).max(17);

/** A goal's title; the number must be 1 to 17. */
export function sdgTitle(goal: number): string {
  const found = sdgs[Sdg.parse(goal) - 1];
  if (!found) throw new RangeError(`no SDG ${goal}`);
  return found.title;
}
