import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ReleaseChange } from '../../src/model/data-release.ts';
import { releaseChangeKinds } from '../../src/model/value-lists.ts';
import { EXAMPLE_SITE } from '../support/example-site.ts';
import { MIHON_DATES } from '../support/mihon-history.ts';
import { getBuiltSite, readSiteFile } from './support/built-site.ts';

const site = getBuiltSite('mihon');
const read = (path: string) => readSiteFile(site, path);
const isNoted = ({ kind }: ReleaseChange) => kind !== 'result-added';
const stored = MIHON_DATES.toReversed().flatMap((date) =>
  z
    .array(ReleaseChange)
    .parse(JSON.parse(readFileSync(join(EXAMPLE_SITE, 'data/releases', date, 'changes.json'), 'utf8'))),
);
const toText = (html: string) => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');

test('a plan and the plan that replaced it link to each other', () => {
  const list = (plan: string) =>
    /<div class="plan-strip[\s\S]*?<details>/.exec(read(`plans/${plan}/index.html`))?.[0] ?? '';
  expect(list('mihon-minato')).toMatch(/次の計画[\s\S]*?href="\/plans\/plans\/mihon-midori\/"/);
  expect(list('mihon-midori')).toMatch(/前の計画[\s\S]*?href="\/plans\/plans\/mihon-minato\/"/);
});

describe('the changes between the releases of 見本市', () => {
  test('are the same in the API as in the releases', () => {
    const { data } = z
      .object({ data: z.array(ReleaseChange.extend({ url: z.string() })) })
      .parse(JSON.parse(read('api/v1/changes.json')));
    expect(data.map(({ url: _url, ...change }) => change)).toEqual(stored);
    const page = read('changes/index.html');
    expect(data.filter(({ url }) => !page.includes(`id="${url.split('#')[1] ?? ''}"`))).toEqual([]);
  });

  test('are all on /changes/, with both values and the reason', () => {
    const page = read('changes/index.html');
    for (const { id, before, after, reason } of stored.filter(isNoted)) {
      const row = toText(new RegExp(`<tr id="${id}"[\\s\\S]*?</tr>`).exec(page)?.[0] ?? '');
      for (const said of [before, after, reason]) expect(row).toContain(said);
    }
    expect(stored.filter(({ id }) => !page.includes(`<tr id="${id}"`))).toEqual([]);
  });

  test.each(stored.filter(isNoted))('are in the feeds: $kind of $record', ({ kind, title, before, after, record }) => {
    const isIndicator = /^mihon-\w+\/[a-z-]+$/.test(record);
    const feeds = ['feed', 'feeds/cities/mihon', ...(isIndicator ? [`feeds/indicators/${record}`] : [])];
    for (const feed of feeds) {
      const atom = parseAtomFeed(read(`${feed}.xml`)).entries?.map((entry) => [
        entry.title?.value,
        entry.summary?.value,
      ]);
      const json = parseJsonFeed(read(`${feed}.json`)).items?.map((entry) => [entry.title, entry.content_text]);
      expect(json).toEqual(atom);
      const entry = atom?.find(
        ([name, text]) => name?.startsWith(releaseChangeKinds.words[kind]) && text?.includes(title),
      );
      const values = before === '' ? after : `${before} → ${after}`;
      expect(entry?.[1]).toContain(kind === 'text-changed' ? title : values);
    }
  });

  test('with a lowered target are described in words on the page of the indicator', () => {
    const page = toText(read('indicators/mihon-kurashi/bus-rides/index.html'));
    expect(page).toContain('目標は、180千人から150千人へ、届きやすい値に変わりました。');
    expect(page).toContain(
      '変わったのは、保存版 2025-10-01からです。理由：運転手が足りず、便をへらしたという想定です。',
    );
    expect(toText(read('indicators/mihon-sogo/leaks/index.html'))).not.toContain('届きやすい値に');
    expect(toText(read('indicators/mihon-sogo/wait-time/index.html'))).toContain(
      '令和7年度の中間目標は、16分以下から18分以下へ、届きやすい値に変わりました。',
    );
  });
});

describe('the releases of 見本市', () => {
  test.each(MIHON_DATES)('%s is published byte for byte, with its checksums on its page', (date) => {
    const page = read(`data/versions/${date}/index.html`);
    for (const line of read(`data/versions/${date}/SHA256SUMS`).trim().split('\n')) {
      const [sum = '', name = ''] = line.split('  ');
      const bytes = readFileSync(join(site.dist, 'data/versions', date, name));
      expect(bytes.equals(readFileSync(join(EXAMPLE_SITE, 'data/releases', date, name)))).toBe(true);
      expect(page).toContain(sum);
    }
    expect(page).toMatch(/<h1>保存版 \d+年\u2060\d+月\u2060\d+日<\/h1>/);
    const url = `${site.origin}${site.base}data/versions/${date}/`;
    expect(toText(page)).toMatch(
      new RegExp(
        `出典：計画ひろば「データの保存版 ${date}」（保存版 ${date}、データの版 \\w{12}、${date} 更新、CC BY 4.0）${url}`,
      ),
    );
    expect(read('data/versions/index.html')).toContain(`${site.base}data/versions/${date}/"`);
  });
});

test('below citations, the version of the data is not in a release yet: values of the page may be', () => {
  const page = toText(read('indicators/mihon-sogo/plain-words/index.html'));
  expect(page).toMatch(/81% ?保存版 2026-11-20/);
  expect(page).toContain('いまのデータの版は、まだ保存版になっていません。');
});

test('the changes of the real site mark the English names in them as English', () => {
  const page = readSiteFile(getBuiltSite('root'), 'changes/index.html');
  expect(page).toMatch(
    /<span lang="en">More opportunities<\/span> …、<span lang="en">Providing more information<\/span>/,
  );
});

test('a site without releases says so', () => {
  const real = getBuiltSite('root');
  expect(toText(readSiteFile(real, 'data/versions/index.html'))).toContain('保存版は、まだありません。');
  expect(toText(readSiteFile(real, 'changes/index.html'))).toContain('は、まだありません。2つ目の保存版から');
});
