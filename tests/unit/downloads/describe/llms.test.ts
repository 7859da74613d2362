import { describe, expect, test } from 'vitest';
import { createLlmsText } from '../../../../src/downloads/describe/llms.ts';
import { openSiteData } from '../../../../src/portal/open.ts';
import { EXAMPLE_SITE } from '../../../support/example.ts';
import { REPOSITORY_FOLDER } from '../../../support/modules.ts';

const own = openSiteData({ root: REPOSITORY_FOLDER, base: '/plans/' });
const text = createLlmsText(own);

describe('llms.txt', () => {
  test('begins with the name of the site and what it is', () => {
    expect(text.split('\n').slice(0, 2)).toEqual([`# ${own.site.name}`, `> ${own.site.description}`]);
  });

  test('names every plan with its city, by a whole address under the base', () => {
    for (const { id, title } of own.plans)
      expect(text).toContain(`「${title}」](https://keikaku.example/plans/api/v1/plans/${id}.json)`);
  });

  test('says which data it is, and that summaries are not the plan’s words', () => {
    expect(text).toContain(own.version);
    expect(text).toContain('計画の文章ではありません');
  });

  test('says of a made-up town that it is made up, and of no other', () => {
    expect(createLlmsText(openSiteData({ root: EXAMPLE_SITE }))).toContain('すべて架空です');
    expect(text).not.toContain('架空');
  });
});
