import { readXml } from './xml.ts';

type Attributes = Readonly<Record<string, string | undefined>>;

const colourOf = ({ rgb, theme, indexed, tint }: Attributes): string =>
  [rgb, theme && `theme${theme}`, indexed && `indexed${indexed}`, tint].filter(Boolean).join(' ');

/** How letters may be set off, by the element of a font. */
const EMPHASES: Readonly<Record<string, string>> = {
  b: '太字',
  i: '斜体',
  u: '下線',
  strike: '取り消し線',
};

const isOn = ({ val }: Attributes) => val !== '0' && val !== 'false' && val !== 'none';

/** What is read of a stylesheet, part by part. */
class Looks {
  readonly fonts: string[] = [];
  readonly fills: string[] = [];
  readonly styles: { readonly font: number; readonly fill: number }[] = [];
  private section = '';
  private parts: string[] = [];
  private solid = false;

  readonly open = (name: string, attributes: Attributes): void => {
    if (name === 'fonts' || name === 'fills' || name === 'cellXfs') this.section = name;
    const { fontId = '0', fillId = '0', patternType } = attributes;
    if (this.section === 'cellXfs' && name === 'xf')
      this.styles.push({ font: Number(fontId), fill: Number(fillId) });
    if (this.section === 'fonts' && name === 'color') this.parts.push(`文字の色 ${colourOf(attributes)}`);
    const emphasis = this.section === 'fonts' ? EMPHASES[name] : undefined;
    if (emphasis !== undefined && isOn(attributes)) this.parts.push(emphasis);
    if (this.section === 'fills' && name === 'patternFill')
      this.solid = patternType !== undefined && patternType !== 'none' && patternType !== 'gray125';
    if (this.section === 'fills' && name === 'fgColor' && this.solid)
      this.parts.push(`背景の色 ${colourOf(attributes)}`);
  };

  readonly close = (name: string): void => {
    if (name === this.section) this.section = '';
    if ((name !== 'font' || this.section !== 'fonts') && (name !== 'fill' || this.section !== 'fills'))
      return;
    (name === 'font' ? this.fonts : this.fills).push(this.parts.join('、'));
    this.parts = [];
    this.solid = false;
  };
}

/**
 * How each style of a workbook looks, by the style's number: colours, and letters that are set off, in words. Two cells
 * of the same words look the same.
 */
export function readStyleAppearances(bytes: Uint8Array | undefined): readonly string[] {
  if (!bytes) return [];
  const looks = new Looks();
  readXml(bytes, looks);
  return looks.styles.map(({ font, fill }) =>
    [looks.fills[fill], looks.fonts[font]].filter(Boolean).join('、'),
  );
}
