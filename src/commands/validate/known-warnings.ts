/**
 * What DCAT-AP recommends and this catalogue can't say, by class and property, each with its reason. Any other warning
 * is a fault. `docs/open-data.md` lists the same.
 */
export const KNOWN_WARNINGS: Readonly<Record<string, string>> = {
  'Agent type': '発行者がどのような組織かは、設定に書かれていません。',
  'Dataset contactPoint': 'site.config.json の contact が空で、連絡先がまだありません。',
  'DataService contactPoint': 'site.config.json の contact が空で、連絡先がまだありません。',
  'Catalog issued': 'data/changes.csv に行がまだありません。',
  'Catalog modified': 'data/changes.csv に行がまだありません。',
  'Dataset temporal': '時点をもたない表（用語、コード表など）です。',
  'Location bbox': '市区町村の範囲の座標は、データにありません。',
  'Location centroid': 'データにあるのは役所の位置だけで、市区町村の中心ではありません。',
};

/** Why a warning can't be met; null for one that is not named. */
export function findWarningReason(kind: string): string | null {
  return KNOWN_WARNINGS[kind] ?? null;
}
