import { beforeAll, describe, expect, test } from 'vitest';
import { getBuiltSite } from '../site/support/built-site.ts';
import { connectBrowser } from './support/browser-tabs.ts';
import { surveySites, type PageFaults } from './support/page-survey.ts';

const browser = await connectBrowser();

describe('each page with new kinds of elements, of the real site and of the fictional town,', () => {
  let survey: ReadonlyMap<string, PageFaults>;

  beforeAll(async () => {
    survey = await surveySites(browser, [getBuiltSite('root'), getBuiltSite('mihon')]);
    expect(survey.size).toBeGreaterThan(10);
  }, 1_800_000);

  test.each<[sentence: string, aspect: keyof PageFaults]>([
    ['writes no error and no warning to the console', 'console'],
    ['requests nothing from other sites', 'foreign'],
    ['does not move once its HTML has arrived', 'shifts'],
    ['has no violation that axe finds', 'axe'],
    ['has visible links, words and status shapes in forced colours', 'forcedColours'],
    ['has a skip link that Tab and Enter follow', 'skipLink'],
    ['shows the same text without JavaScript', 'scriptless'],
    ['prints every heading, sentence and cell of its main part', 'print'],
    ['has only words that are wholly visible and large enough, on screens from 1280 to 320 px', 'text'],
    ['has no sideways scroll on any screen, nor at four times its size', 'sideways'],
    ['has a hint to scroll at each table that is wider than a narrow screen, and at no other', 'hints'],
    ['has lines of at most 42 letters, which break between phrases', 'hardLines'],
    ['has only lists that are lists in Safari too', 'lists'],
    ['has links and buttons that are large enough for a finger in both fonts', 'targets'],
    ['has only words that are wholly visible with the text spacing of WCAG 1.4.12', 'spaced'],
  ])('%s', (_sentence, aspect) => {
    const faults = [...survey].flatMap(([name, page]) => page[aspect].map((fault) => `${name} ${fault}`));
    expect(faults).toEqual([]);
  });
});
