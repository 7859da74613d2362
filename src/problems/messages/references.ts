import { error, warning } from './message.ts';

/** Problems of records that point at, repeat or contradict one another. */
export const referenceMessages = {
  'repeated-id': error(
    (v) => `「${v.value}」は ${v.file} の${v.line}行めにもあります。`,
    () => 'IDやコードは、ひとつにひとつずつにしてください。',
  ),
  'unknown-parent': error(
    (v) => `親コード「${v.value}」という項目が、この計画にありません。`,
    (v) =>
      v.near
        ? `「${v.near}」ではありませんか。`
        : 'コードの列にある値を書いてください。いちばん上の項目では空にします。',
  ),
  'own-parent': error(
    (v) => `「${v.value}」が、自分自身を親にしています。`,
    () => 'すぐ上の項目のコードを書いてください。',
  ),
  'parent-loop': error(
    (v) => `親をたどると、もとの項目にもどってしまいます（${v.loop}）。`,
    () => '親コードを確かめてください。',
  ),
  'unknown-code': error(
    (v) => `コード「${v.value}」という項目が、この計画にありません。`,
    (v) => (v.near ? `「${v.near}」ではありませんか。` : 'tree.csv のコードの列にある値を書いてください。'),
  ),
  'unknown-reference': error(
    (v) => `「${v.value}」という${v.what}がありません。`,
    (v) =>
      v.near ? `「${v.near}」ではありませんか。` : `${v.file} にあるIDを書くか、そちらに行を足してください。`,
  ),
  'unknown-level': error(
    (v) => `階層「${v.value}」が、この計画の階層の名前にありません。`,
    (v) => `計画の index.mdx の levels にある名前（${v.choices}）を書いてください。`,
  ),
  'level-order': error(
    (v) => `「${v.value}」が、親の階層「${v.parent}」より上の階層です。`,
    () => '親コードか階層を確かめてください。',
  ),
  'missing-theme': error(
    (v) => `${v.kind}「${v.value}」にテーマがありません。`,
    () => 'data/themes.csv にあるテーマIDを1つから3つ、; で区切って書いてください。',
  ),
  'too-many-themes': error(
    (v) => `テーマが${v.count}個あります。`,
    () => 'おもなテーマを3つまでにしてください。',
  ),
  'missing-summary': error(
    (v) => `「${v.value}」に要約がありません。`,
    () => '何を、だれのためにするのかを、やさしい言葉で1文か2文で書いてください。',
  ),
  'target-before-baseline': error(
    (v) => `目標値の時点「${v.value}」が、現状値の時点「${v.baseline}」より後ではありません。`,
    () => 'どちらかの時点を確かめてください。',
  ),
  'no-direction': warning(
    (v) => `指標「${v.value}」に良い方向が書かれていません。`,
    () => '増加・減少・維持・範囲のどれかを書いてください。それまでは現状値から目標値への向きで判断します。',
  ),
  'comparator-against-direction': warning(
    (v) => `目標値「${v.value}」が、良い方向「${v.direction}」と合いません。`,
    () => '以上・以下か、良い方向を確かめてください。',
  ),
} as const;
