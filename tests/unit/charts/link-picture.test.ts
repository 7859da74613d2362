import { describe, expect, test } from 'vitest';
import {
  createLinkPicture,
  drawBars,
  drawFigures,
  drawSquares,
  DEFAULT_LOGO,
} from '../../../src/charts/link-picture.ts';
import { listBrandTokens } from '../../../src/model/brand-colours.ts';

const CONTENT = {
  eyebrow: '見本市',
  title: '窓口の待ち時間を短くする',
  lead: '',
  drawBlocks: () => [],
  shape: null,
  siteName: '計画ひろば',
  state: '',
  brand: undefined,
};

/** Returns the texts of a picture with their sizes. */
const listTexts = (svg: string) =>
  [...svg.matchAll(/<text class="(\w+)"[^>]* font-size="(\d+)">([^<]*)</g)].map(([, kind, size, text]) => ({
    kind,
    size: Number(size),
    text,
  }));
const readTitle = (svg: string) => listTexts(svg).filter(({ kind, size }) => kind === 'strong' && size >= 40);

describe('the picture for links', () => {
  test('shows a short title on one large line', () => {
    expect(readTitle(createLinkPicture(CONTENT))).toEqual([{ kind: 'strong', size: 68, text: CONTENT.title }]);
  });

  test('shows a long title whole, in smaller letters', () => {
    const title = 'たいへん長い題名をもつ施策の、題名のすべてが読めることをたしかめる'.repeat(2);
    const lines = readTitle(createLinkPicture({ ...CONTENT, title, drawBlocks: () => [drawSquares(40)] }));
    expect(lines.map(({ text }) => text).join('')).toBe(title);
    expect(lines[0]?.size).toBeLessThan(68);
  });

  test('omits the sentence below a title that leaves no room for it', () => {
    const texts = listTexts(
      createLinkPicture({
        ...CONTENT,
        title: '長い題名'.repeat(22),
        lead: '説明の文です。',
        drawBlocks: () => [drawSquares(150)],
      }),
    );
    expect(texts.map(({ text }) => text)).not.toContain('説明の文です。');
    expect(listTexts(createLinkPicture({ ...CONTENT, lead: '説明の文です。' })).map(({ text }) => text)).toContain(
      '説明の文です。',
    );
  });

  test.each([
    [0, 4],
    [130, 3],
    [240, 1],
    [270, 0],
  ])('cuts a long sentence above blocks of %i pixels after %i lines', (height, count) => {
    const content = { ...CONTENT, lead: '説明'.repeat(99), drawBlocks: () => [{ height, draw: () => '' }] };
    const lines = listTexts(createLinkPicture(content)).filter(({ text }) => text?.startsWith('説明'));
    expect([lines.length, lines.slice(0, -1).some(({ text }) => text?.endsWith('…'))]).toEqual([count, false]);
    expect(lines.at(-1)?.text ?? '…').toMatch(/…$/);
  });

  test.each([
    [270, 2],
    [330, 1],
  ])('cuts a long title above blocks of %i pixels after the lines that fit: %i', (height, count) => {
    const content = { ...CONTENT, title: '長い題名'.repeat(40), drawBlocks: () => [{ height, draw: () => '' }] };
    expect(readTitle(createLinkPicture(content))).toHaveLength(count);
  });

  test('is in the main colour of the site', () => {
    const drawn = createLinkPicture({ ...CONTENT, shape: DEFAULT_LOGO, brand: { light: '#1d4f91', dark: '#9cc3f5' } });
    const colours = listBrandTokens({ light: '#1d4f91', dark: '#9cc3f5' }, 'light');
    expect(drawn).toContain(`.light-bar{fill:${colours['brand-mid'] ?? ''}}`);
    expect(drawn).toContain('.site.site{fill:#1d4f91}');
    expect(createLinkPicture(CONTENT)).not.toContain('#1d4f91');
  });

  test('escapes what comes from files', () => {
    expect(readTitle(createLinkPicture({ ...CONTENT, title: '<script>' }))[0]?.text).toBe('&lt;script&gt;');
  });

  test('makes a long figure smaller than a short one', () => {
    const sizes = listTexts(
      drawFigures([
        { label: '面積', value: '468.81平方キロメートル' },
        { label: '人口', value: '9人' },
      ]).draw(0),
    );
    const [long, short] = sizes.filter(({ kind }) => kind === 'strong');
    expect(long?.size).toBeLessThan(short?.size ?? 0);
  });

  test('draws bars on one scale from 0', () => {
    const svg = drawBars('人口', [
      { title: '甲市', text: '100人', share: 1 },
      { title: '乙市', text: '50人', share: 0.5 },
    ]).draw(0);
    const [whole = NaN, half] = [...svg.matchAll(/<rect class="bar"[^>]* width="([\d.]+)"/g)].map(([, width]) =>
      Number(width),
    );
    expect(half).toBeCloseTo(whole / 2, 0);
  });

  test('draws figures side by side, each in its own column, within the margins', () => {
    const svg = drawFigures(['甲', '乙', '丙', '丁'].map((label) => ({ label, value: '9人' }))).draw(0);
    const lefts = [...svg.matchAll(/<text class="plain" x="([\d.]+)"/g)].map(([, x]) => Number(x));
    // The picture is 1200 wide, with margins of 72.
    const column = (1200 - 2 * 72) / 4;
    expect(lefts).toEqual([72, 72 + column, 72 + 2 * column, 72 + 3 * column]);
  });

  test('has a logo of three bars that become higher from left to right, and end on one line', () => {
    const bars = [...DEFAULT_LOGO.matchAll(/ x="([\d.]+)" y="(\d+)" width="7" height="(\d+)"/g)].map((match) =>
      match.slice(1).map(Number),
    );
    const heights = bars.map(([, , height = 0]) => height);
    expect(new Set(heights).size).toBe(3);
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    expect(new Set(bars.map(([, y = 0, height = 0]) => y + height)).size).toBe(1);
  });

  test('says the state on the right of the name of the site', () => {
    const svg = createLinkPicture({ ...CONTENT, state: '計画期間中' });
    const right = /<text class="plain" x="(\d+)" y="(\d+)"[^>]*text-anchor="end"[^>]*>計画期間中</.exec(svg);
    const left = /<text class="strong site" x="(\d+)" y="(\d+)"/.exec(svg);
    expect([left?.[1], right?.[1], right?.[2]]).toEqual(['72', String(1200 - 72), left?.[2]]);
  });

  test('draws a square for each thing', () => {
    expect(
      drawSquares(46)
        .draw(0)
        .match(/<rect /g),
    ).toHaveLength(46);
  });
});
