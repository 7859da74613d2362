import { describe, expect, test } from 'vitest';
import { llms } from '../../../../src/downloads/describe/llms.ts';
import { openPortal } from '../../../../src/portal/open.ts';
import { EXAMPLE } from '../../../support/example.ts';
import { ROOT } from '../../../support/modules.ts';

const own = openPortal({ root: ROOT, base: '/plans/' });
const text = llms(own);

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
    expect(llms(openPortal({ root: EXAMPLE }))).toContain('すべて架空です');
    expect(text).not.toContain('架空');
  });
});
