/** The main colour of a site on light and on dark pages, as `#rrggbb`. */
export type BrandColours = Readonly<{ light: string; dark: string }>;

/** The colours of `src/styles/tokens.css` beside which the main colour is: paper, wash, and text on the main colour. */
const SURFACES: Readonly<Record<keyof BrandColours, readonly string[]>> = {
  light: ['#ffffff', '#f5f8f6', '#ffffff'],
  dark: ['#161917', '#1f2421', '#0b0f0d'],
};

/** Shares of the main colour in its two tints, which are backgrounds and fills. */
const SOFT = 0.1;
const MID = 0.3;

/** Contrast of text at level AA of WCAG 2.2, success criterion 1.4.3. */
const MIN_CONTRAST = 4.5;

const readChannels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** Returns a colour between a background and a colour. */
function mixColours(background: string, colour: string, share: number): string {
  const onto = readChannels(background);
  const mixed = readChannels(colour).map((value, at) => Math.round(value * share + (onto[at] ?? 0) * (1 - share)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Returns the relative luminance of a colour, from 0 to 1, by the formula of WCAG 2.2. */
function computeLuminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = readChannels(colour)
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Returns the contrast ratio of two colours, from 1 to 21, by the formula of WCAG 2.2. */
export function computeContrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [computeLuminance(one), computeLuminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Returns the background on which a main colour has the lowest contrast, if it is too low for text; else null. */
export function findLowContrast(colour: string, scheme: keyof BrandColours) {
  const surfaces = SURFACES[scheme];
  const [lowest] = [...surfaces, mixColours(surfaces[0] ?? '', colour, SOFT)]
    .map((background) => ({ background, ratio: computeContrast(colour, background) }))
    .sort((a, b) => a.ratio - b.ratio);
  return lowest && lowest.ratio < MIN_CONTRAST ? lowest : null;
}

/** Returns the tokens of `src/styles/tokens.css` that a site's main colour replaces, with their values. */
export function listBrandTokens(colours: BrandColours, scheme: keyof BrandColours): Readonly<Record<string, string>> {
  const colour = colours[scheme];
  const mix = (share: number) => mixColours(SURFACES[scheme][0] ?? '', colour, share);
  return { brand: colour, 'brand-2': colour, 'brand-soft': mix(SOFT), 'brand-mid': mix(MID) };
}

/** Returns the style sheet that puts a site's main colour instead of the usual one, on the screen. */
export function formatBrandStyles(colours: BrandColours): string {
  const formatRule = (scheme: keyof BrandColours) => {
    const tokens = Object.entries(listBrandTokens(colours, scheme)).map(([name, value]) => `--${name}: ${value};`);
    return `:root { ${tokens.join(' ')} }`;
  };
  // Forced colours replace the main colour too.
  return `@media screen and (forced-colors: none) {
${formatRule('light')}
@media (prefers-color-scheme: dark) { ${formatRule('dark')} }
}
`;
}
