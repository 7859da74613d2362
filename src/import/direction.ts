/** What sheets write for 良い方向, and the word that the files have for it. */
const DIRECTIONS: readonly (readonly [RegExp, string])[] = [
  [/^(?:[↑↗⬆⇧]|増|増やす|上げる|上昇|向上)$/u, '増加'],
  [/^(?:[↓↘⬇⇩]|減|減らす|下げる|低下|縮小)$/u, '減少'],
  [/^(?:→|維持する|現状維持|横ばい)$/u, '維持'],
];

/**
 * A direction as the files write it; what is no known word for one stays as it is, and is told by the check.
 * @example readDirection('↑') // → 増加
 */
export function readDirection(text: string): string {
  return DIRECTIONS.find(([form]) => form.test(text))?.[1] ?? text;
}
