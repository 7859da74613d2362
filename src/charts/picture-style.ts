import primitives from '@digital-go-jp/design-tokens/dist/tokens.css?raw';
import { type BrandColours, listBrandTokens } from '../model/brand-colours.ts';
import tokens from '../styles/tokens.css?raw';
import chart from './chart.css?raw';
import lineChart from './line-chart.css?raw';

/** Returns the value of a token on light pages: many drawing programs do not support `var()` in downloaded pictures. */
function resolveToken(name: string): string {
  // The first declaration of a name is the one for light pages.
  const value = new RegExp(`--${name}:\\s*([^;]+);`).exec(`${tokens}${primitives}`)?.[1];
  if (value === undefined) throw new Error(`no design token --${name}`);
  return resolveTokens(value);
}

/** Replaces the tokens in CSS by their values on light pages, or by other values. */
const resolveTokens = (css: string, values: Readonly<Record<string, string>> = {}): string =>
  css.replace(/var\(--([\w-]+)\)/g, (_, name: string) => values[name] ?? resolveToken(name));

/**
 * Returns the function that makes a style sheet with tokens into that of a picture. It resolves the tokens once for
 * each main colour, because a site has thousands of pictures.
 */
export function createPictureStyle(css: string): (brand: BrandColours | undefined) => string {
  const styles = new Map<string | undefined, string>();
  const resolve = (brand: BrandColours | undefined) => resolveTokens(css, brand && listBrandTokens(brand, 'light'));
  return (brand) => styles.getOrInsertComputed(brand?.light, () => resolve(brand));
}

/**
 * Returns the styles of downloaded pictures, in the colours of light pages: the rules of `chart.css`, `line-chart.css`
 * and `zone-map.css` that do not depend on a page, without `:is()`, `:not()` and `rem`, which some drawing programs do
 * not know. A picture contains no fonts. It names common Japanese fonts.
 */
export const getPictureStyle = createPictureStyle(
  [
    `text{fill:var(--ink);font-family:'Noto Sans JP','Noto Sans CJK JP','Hiragino Sans','Yu Gothic UI','Yu Gothic',Meiryo,sans-serif}`,
    `.head{font-weight:700}`,
    `.tick,.foot{fill:var(--ink-3)}`,
    `.grid,.rule{stroke:var(--line-2)}`,
    ...(chart.match(/^\.chart \.[^{}>:]+\{[^}]+\}/gm) ?? []),
    `.chart .result-label{font-weight:400}`,
    `.zone{fill:var(--brand-soft);stroke:var(--brand);stroke-width:2;stroke-linejoin:round}`,
    `.zone-map text{font-weight:700}`,
    `.badge rect{fill:var(--paper);stroke:var(--ink)}`,
    ...[1, 2, 3, 4, 5, 6].map((at) => `.city-${at}{color:var(--city-${at})}`),
    ...(lineChart.match(/^\.plot(?:-projection)? [^{}>:]+\{[^}]+\}/gm) ?? []),
    `.plot text{font-size:13px}.plot-marks{overflow:visible}.narrow,.spare{display:none}.all-named .spare{display:inline}`,
    `.plot path{vector-effect:none}.strip-rule,.lead-line{stroke:var(--line)}`,
    `.other{color:var(--line)}.plot .end.other{fill:var(--ink-3);font-weight:400}`,
  ]
    .join('')
    .replace(/([\d.]+)rem/g, (_, size: string) => `${Number(size) * 16}px`),
);
