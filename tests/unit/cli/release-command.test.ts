import { spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { main as check } from '../../../src/cli/check-command.ts';
import { main as release } from '../../../src/cli/release-command.ts';
import { openSiteFolder } from '../../../src/input/site-folder.ts';
import { LATEST_RELEASE, RELEASES_FOLDER } from '../../../src/model/data-release.ts';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import { listReleaseChanges } from '../../../src/site-data/release-queries.ts';
import { validateSite } from '../../../src/validation/validate-site.ts';
import { callCommand } from '../../support/call-command.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { createEmptyFolder } from '../../support/fixture-site.ts';
import { MIHON_DATES, writeMihonAt } from '../../support/mihon-history.ts';
import { hashFile } from '../../support/release-site.ts';

const runRelease = (root: string, ...args: string[]) => callCommand(release, ['--root', root, ...args]);
const runCheck = async (root: string) => {
  const { stdout } = await callCommand(check, ['--root', root, '--format', 'json']);
  return (JSON.parse(stdout) as { code: string; file: string }[]).filter(({ code }) => code.startsWith('released'));
};
const [FIRST, SECOND, THIRD] = MIHON_DATES;
const NO_BYTES = new Uint8Array();

/** Returns the SHA-256 of each file of a release. */
function hashRelease(root: string, version: string): Record<string, string> {
  const folder = join(root, RELEASES_FOLDER, version);
  return Object.fromEntries(readdirSync(folder).map((name) => [name, hashFile(readFileSync(join(folder, name)))]));
}

/** Makes the releases of 見本市 as far as a date. */
async function releaseUntil(last: (typeof MIHON_DATES)[number]): Promise<string> {
  const root = createEmptyFolder();
  for (const date of MIHON_DATES.filter((one) => one <= last)) {
    writeMihonAt(root, date);
    expect((await runRelease(root, '--date', date)).status).toBe(0);
  }
  return root;
}

describe('three releases of 見本市', () => {
  test('have each kind of change, and leave earlier releases as they are', async () => {
    const root = createEmptyFolder();
    const [hashes, printed]: [Record<string, string>[], string[]] = [[], []];
    for (const date of MIHON_DATES) {
      writeMihonAt(root, date);
      printed.push((await runRelease(root, '--date', date)).stdout);
      hashes.push(hashRelease(root, date));
    }
    expect(printed.map((text) => text.includes('前の保存版から変わったところ\n'))).toEqual([false, true, true]);
    expect(printed[2]).toMatch(/^  実績を直した 1件$/m);
    expect(MIHON_DATES.map((date) => hashRelease(root, date))).toEqual(hashes);
    const changes = listReleaseChanges(openSiteData({ root }));
    const facts = changes.map(({ release: of, kind, record, period, before, after, reason }) =>
      [of, kind, record, period, before, after, reason].join('|'),
    );
    expect(facts.filter((fact) => !fact.includes('result-added'))).toEqual([
      `${THIRD}|replaced|mihon-midori||見本市みなと計画（架空）|見本市みどり計画（架空）|海をきれいにする取組を、みどり計画がうけついだという想定です。`,
      `${THIRD}|ended|mihon-minato||実施中|終了|`,
      `${THIRD}|renamed|mihon/coast||浜の地区|海の地区|`,
      `${THIRD}|text-changed|mihon-kurashi/1_1||||`,
      `${THIRD}|result-corrected|mihon-kurashi/shops|令和6年度|205店|195店|閉じた店も数えていたという想定です。`,
      `${THIRD}|target-raised|mihon-sogo/sns-followers||18千人|20千人|中間の目標に早く届いたという想定です。`,
      `${THIRD}|provisional-made-final|mihon-sogo/sns-followers|令和6年度末|15.1千人（速報）|15.2千人（確報）|`,
      `${THIRD}|interim-target-lowered|mihon-sogo/wait-time|令和7年度|16分以下|18分以下|窓口の改修がおくれたという想定です。`,
      `${SECOND}|target-lowered|mihon-kurashi/bus-rides||180千人|150千人|運転手が足りず、便をへらしたという想定です。`,
      `${SECOND}|target-raised|mihon-minato/beach-cleanings||24回|30回|目標に早く近づいたという想定です。`,
      `${SECOND}|ended|mihon-sogo/bulletin-boards||継続|終了|`,
      `${SECOND}|redefined|mihon-sogo/park-visitors|||状態：定義変更|`,
    ]);
    expect(await runCheck(root)).toEqual([]);
  });

  test('have the changes and the records of the releases in examples/mihon/', async () => {
    const ours = await releaseUntil(THIRD);
    for (const date of MIHON_DATES) {
      const read = (root: string, file: string) => readFileSync(join(root, RELEASES_FOLDER, date, file));
      expect(read(ours, 'changes.json').toString()).toBe(read(EXAMPLE_SITE, 'changes.json').toString());
      const [made, kept] = [ours, EXAMPLE_SITE].map((root) => unzipSync(read(root, 'tables.zip')));
      for (const table of ['plans', 'nodes', 'zones', 'indicators', 'observations', 'targets', 'sources']) {
        const [rows, old] = [made, kept].map((files) =>
          z.array(z.record(z.string(), z.json())).parse(JSON.parse(strFromU8(files?.[`${table}.json`] ?? NO_BYTES))),
        );
        // A later program may write more columns.
        expect(rows).toMatchObject(old ?? []);
      }
    }
  });
});

describe('a released file', () => {
  test('that changes or disappears is an error at its location, and stops the next release', async () => {
    const root = await releaseUntil(SECOND);
    appendFileSync(join(root, RELEASES_FOLDER, FIRST, 'changes.json'), ' ');
    rmSync(join(root, RELEASES_FOLDER, SECOND, 'tables.zip'));
    expect((await runCheck(root)).map(({ code, file }) => [code, file])).toEqual([
      ['released-file-changed', `${RELEASES_FOLDER}/${FIRST}/changes.json`],
      ['released-file-missing', `${RELEASES_FOLDER}/${SECOND}/tables.zip`],
    ]);
    const { status, stderr } = await runRelease(root, '--date', '2027-01-01');
    expect([status, stderr.includes('released-file-changed')]).toEqual([1, true]);
  });

  test('that changes with its checksums contradicts the next release', async () => {
    const root = await releaseUntil(SECOND);
    const folder = join(root, RELEASES_FOLDER, FIRST);
    appendFileSync(join(folder, 'changes.json'), ' ');
    const { 'changes.json': sum = '' } = hashRelease(root, FIRST);
    const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').replace(/^\w{64}(?= {2}changes)/m, sum);
    writeFileSync(join(folder, 'SHA256SUMS'), sums);
    expect((await runCheck(root)).map(({ file }) => file)).toEqual([`${RELEASES_FOLDER}/${FIRST}/SHA256SUMS`]);
  });
});

describe('the latest release', () => {
  test('is missed if it is deleted without its checksum, and can be made again without both', async () => {
    const root = await releaseUntil(SECOND);
    rmSync(join(root, RELEASES_FOLDER, SECOND), { recursive: true });
    const { status, stderr } = await runRelease(root, '--date', SECOND);
    expect([status, stderr]).toEqual([1, expect.stringContaining(`${LATEST_RELEASE} も消します`)]);
    rmSync(join(root, LATEST_RELEASE));
    expect(await runRelease(root, '--date', SECOND)).toMatchObject({ status: 0 });
    const { SHA256SUMS: sum = '' } = hashRelease(root, SECOND);
    expect(readFileSync(join(root, LATEST_RELEASE), 'utf8')).toBe(`${sum}  ${SECOND}/SHA256SUMS\n`);
  });

  test('is not made if its checksum can not be written', async () => {
    const root = await releaseUntil(FIRST);
    rmSync(join(root, LATEST_RELEASE));
    mkdirSync(join(root, LATEST_RELEASE));
    writeMihonAt(root, SECOND);
    const { status, stderr } = await runRelease(root, '--date', SECOND);
    expect([status, stderr]).toEqual([1, expect.stringContaining(`${LATEST_RELEASE}」は、ファイルのはずなのに`)]);
    expect(readdirSync(join(root, RELEASES_FOLDER))).toEqual([FIRST, 'SHA256SUMS']);
    rmSync(join(root, LATEST_RELEASE), { recursive: true });
    expect(await runRelease(root, '--date', SECOND)).toMatchObject({ status: 0 });
  });

  test('is another one if its checksums have another checksum', async () => {
    const root = await releaseUntil(FIRST);
    writeFileSync(join(root, LATEST_RELEASE), `${'0'.repeat(64)}  ${FIRST}/SHA256SUMS\n`);
    expect((await runCheck(root)).map(({ file }) => file)).toEqual([`${RELEASES_FOLDER}/${FIRST}/SHA256SUMS`]);
  });
});

describe('a missing reason', () => {
  test('of several changes is asked for at once, and nothing is released until all are written', async () => {
    const root = await releaseUntil(FIRST);
    const changesFile = join(root, 'data/changes.csv');
    // The command also writes this file if a site has none yet.
    rmSync(changesFile);
    const edit = (file: string, from: string, to: string) => {
      const text = readFileSync(join(root, file), 'utf8');
      expect(text).toContain(from);
      writeFileSync(join(root, file), text.replace(from, to));
    };
    const removeRows = (file: string, id: string) => {
      const path = join(root, file);
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll(new RegExp(`^${id},.*\n`, 'gm'), ''));
    };
    edit('data/plans/mihon-kurashi/indicators.csv', '令和4年度,180千人', '令和4年度,150千人');
    edit('data/plans/mihon-sogo/indicators.csv', '10分以下', '12分以下');
    edit('data/plans/mihon-minato/observations.csv', '118隻', '119隻');
    const bus = '市のバスの時刻の見直し,しのばすのじこくのみなおし,';
    const shops = '近くの店の手助け,ちかくのみせのてだすけ,';
    edit('data/plans/mihon-kurashi/tree.csv', bus, '坂の上の停留所,さかのうえのていりゅうじょ,');
    edit('data/plans/mihon-kurashi/tree.csv', shops, bus);
    removeRows('data/plans/mihon-minato/indicators.csv', 'market-visitors');
    removeRows('data/plans/mihon-minato/observations.csv', 'market-visitors');
    const first = await runRelease(root, '--date', SECOND);
    for (const said of [
      '次の5件には、理由が要ります',
      '近くの店の手助け → 市のバスの時刻の見直し。IDがずれたのではありませんか。',
      '180千人 → 150千人',
      '10分以下 → 12分以下',
      '「IDの変更」',
    ])
      expect(first.stderr).toContain(said);
    const rows = readFileSync(changesFile, 'utf8').trim().split('\r\n');
    expect(rows.slice(1)).toEqual([
      `${SECOND},mihon-kurashi/1_1_2,名前が変わった,近くの店の手助け,市のバスの時刻の見直し,,,`,
      `${SECOND},mihon-minato,のせるのをやめた,朝市に来た人の数,,,,`,
      `${SECOND},mihon-kurashi/bus-rides,目標が届きやすい値に変わった,180千人,150千人,,,`,
      `${SECOND},mihon-minato/ships,令和5年度の実績を直した,118隻,119隻,,,`,
      `${SECOND},mihon-sogo/wait-time,目標が届きやすい値に変わった,10分以下,12分以下,,,`,
    ]);
    const again = await runRelease(root, '--date', SECOND, '--version', 'r7');
    expect([again.status, again.stderr.includes(`--date ${SECOND} --version r7`)]).toEqual([1, true]);
    const kept = readFileSync(changesFile, 'utf8').trim().split('\r\n');
    expect([kept, existsSync(join(root, RELEASES_FOLDER, SECOND))]).toEqual([rows, false]);
    expect(await runCheck(root)).toEqual([]);
    edit('data/changes.csv', '118隻,119隻,,,', '118隻,118隻,打ちまちがい,,');
    const { stderr } = await runRelease(root, '--date', SECOND);
    expect(stderr).toContain('（118隻 → 118隻）があります。その行の「前」を「118隻」、「後」を「119隻」に');
    edit('data/changes.csv', '118隻,118隻,打ちまちがい,,', '118隻,119隻,,,');
    expect(readFileSync(changesFile, 'utf8').trim().split('\r\n')).toEqual(rows);
    writeFileSync(changesFile, readFileSync(changesFile, 'utf8').replaceAll(',,,\r\n', ',架空の理由です。,,\r\n'));
    expect(await runRelease(root, '--date', SECOND)).toMatchObject({ status: 0 });
  });
});

test('a row that asks for a reason names the zone of a result and the municipality of a statistic', async () => {
  const root = await releaseUntil(THIRD);
  writeFileSync(
    join(root, 'data/statistics.csv'),
    '統計ID,名称,単位,分類,比べ方,定義\nresidents,住民の数（架空）,人,人口,そのまま,架空の統計です。\n',
  );
  const values = join(root, 'data/municipalities/mihon/statistic-values.csv');
  writeFileSync(values, '統計ID,時点,値,出典ID\nresidents,2020年度,100,mihon-kekka\n');
  expect(await runRelease(root, '--date', '2027-01-01')).toMatchObject({ status: 0 });
  writeFileSync(values, readFileSync(values, 'utf8').replace('100', '101'));
  const results = join(root, 'data/plans/mihon-sogo/observations.csv');
  writeFileSync(results, readFileSync(results, 'utf8').replace('180人', '190人'));
  expect(await runRelease(root, '--date', '2027-01-02')).toMatchObject({ status: 1 });
  const rows = readFileSync(join(root, 'data/changes.csv'), 'utf8').trim().split(/\r?\n/);
  expect(rows.slice(-2)).toEqual([
    '2027-01-02,residents,2020年度の統計の値を直した（見本市（架空））,100人,101人,,,',
    '2027-01-02,mihon-sogo/meeting-people,令和7年度の実績を直した（丘の地区）,180人,190人,,,',
  ]);
});

test('a statistic that left is asked about in rows of its municipalities, which changes.csv can name', async () => {
  const root = await releaseUntil(THIRD);
  const statistics = join(root, 'data/statistics.csv');
  const values = join(root, 'data/municipalities/mihon/statistic-values.csv');
  const row = 'residents,住民の数（架空）,人,人口,そのまま,架空の統計です。\n';
  writeFileSync(statistics, `統計ID,名称,単位,分類,比べ方,定義\n${row}`);
  writeFileSync(values, '統計ID,時点,値,出典ID\nresidents,2020年度,100,mihon-kekka\n');
  expect(await runRelease(root, '--date', '2027-01-01')).toMatchObject({ status: 0 });
  rmSync(statistics);
  rmSync(values);
  const { stderr } = await runRelease(root, '--date', '2027-01-02');
  expect(stderr).toContain('IDを変えただけなら、「統計の値が消えた」の行を消して');
  const changes = readFileSync(join(root, 'data/changes.csv'), 'utf8');
  const asked = '2027-01-02,mihon,統計の値が消えた（住民の数（架空））,1件（2020年度）,,';
  expect(changes).toContain(`${asked},`);
  writeFileSync(join(root, 'data/changes.csv'), changes.replace(asked, `${asked}架空の理由です。`));
  expect(await runRelease(root, '--date', '2027-01-02')).toMatchObject({ status: 0 });
});

test('the day of a release is the day of the data, by which a plan may be over', async () => {
  const root = await releaseUntil(FIRST);
  expect(openSiteData({ root }).updated).toBe(FIRST);
  const index = join(root, 'content/plans/mihon-kurashi/index.mdx');
  writeFileSync(index, readFileSync(index, 'utf8').replace(/^period: .*$/m, 'period: 令和4年度から令和5年度まで'));
  const messages = validateSite(openSiteFolder(root)).diagnostics.map(({ message }) => message);
  expect(messages.join()).toContain(`保存版のいちばん新しい日（${FIRST}）には過ぎています`);
});

test('a plan in progress that is over by the day of a release is marked first', async () => {
  const root = createEmptyFolder();
  writeMihonAt(root, FIRST);
  rmSync(join(root, 'data/changes.csv'));
  const index = join(root, 'content/plans/mihon-kurashi/index.mdx');
  const text = readFileSync(index, 'utf8').replace(/^period: .*$/m, 'period: 令和4年度から令和5年度まで');
  const run = async (content: string, date: string) => {
    writeFileSync(index, content);
    const { status, stderr } = await runRelease(root, '--date', date);
    return [status, stderr, existsSync(join(root, RELEASES_FOLDER, date))];
  };
  const refusal = '保存版のいちばん新しい日（2024-04-01）には過ぎていますが、「実施中」とされています。';
  expect(await run(text, '2024-04-01')).toEqual([1, expect.stringContaining(refusal), false]);
  expect(await run(text.replace(/^state: .*$/m, 'state: 終了'), '2024-04-01')).toEqual([0, '', true]);
});

test('of two releases at the same time, at most one is written', async () => {
  const root = createEmptyFolder();
  writeMihonAt(root, FIRST);
  const command = [join('src', 'cli', 'release-command.ts'), '--root', root, '--date', FIRST];
  const run = (version: string) =>
    new Promise<number | null>((resolve) => {
      spawn(process.execPath, [...command, '--version', version]).on('exit', resolve);
    });
  const codes = await Promise.all([run('r1'), run('r2')]);
  expect(codes).toContain(1);
  expect(openSiteData({ root }).releases).toHaveLength(codes.filter((code) => code === 0).length);
});

test('an id that probably changed is named with its new one, until changes.csv has it', async () => {
  const root = await releaseUntil(FIRST);
  const edit = (file: string, from: RegExp, to: string) => {
    writeFileSync(join(root, file), readFileSync(join(root, file), 'utf8').replace(from, to));
  };
  for (const table of ['indicators', 'observations'])
    edit(`data/plans/mihon-kurashi/${table}.csv`, /^vacant-homes,/gm, 'empty-homes,');
  const { status, stderr } = await runRelease(root, '--date', SECOND);
  expect([status, stderr]).toEqual([
    1,
    expect.stringContaining('mihon-kurashi/vacant-homes から mihon-kurashi/empty-homes に変えた'),
  ]);
  const row = `${SECOND},mihon-kurashi/empty-homes,IDの変更,mihon-kurashi/vacant-homes,,,,`;
  edit('data/changes.csv', /^.*のせるのをやめた.*$/m, row);
  expect(await runRelease(root, '--date', SECOND)).toMatchObject({ status: 0 });
});

describe('the command refuses', () => {
  test('another id of a municipality, until changes.csv has it', async () => {
    const root = await releaseUntil(FIRST);
    for (const file of globSync(['data/*.csv', 'content/plans/*/index.mdx'], { cwd: root })) {
      const text = readFileSync(join(root, file), 'utf8');
      writeFileSync(join(root, file), text.replaceAll(/(?<=[,;]|^municipality: )mihon(?=[,;]|$)/gm, 'mihon-shi'));
    }
    renameSync(join(root, 'data/municipalities/mihon'), join(root, 'data/municipalities/mihon-shi'));
    const { status, stderr } = await runRelease(root, '--date', SECOND);
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining('「対象」が mihon-shi、「項目」が「IDの変更」、「前」が mihon の行'),
    ]);
    writeFileSync(join(root, 'data/changes.csv'), `日付,対象,項目,前\n${SECOND},mihon-shi,IDの変更,mihon\n`);
    expect(await runRelease(root, '--date', SECOND)).toMatchObject({ status: 0 });
  });

  test('a year that is probably mistyped, as no release could be before it', async () => {
    const root = await releaseUntil(FIRST);
    writeMihonAt(root, SECOND);
    const mistyped = await runRelease(root, '--date', '2052-10-01');
    expect(mistyped.status).toBe(1);
    expect(mistyped.stderr).toContain('いちばん新しい日（2052-10-01）には過ぎています');
    expect(mistyped.stderr).toContain('保存版をつくるときは --date も');
    for (const index of globSync(join(root, 'content/plans/*/index.mdx')))
      writeFileSync(index, readFileSync(index, 'utf8').replace('state: 実施中', 'state: 未確認'));
    const far = await runRelease(root, '--date', '2052-10-01');
    expect(far.status).toBe(1);
    expect(far.stderr).toContain('--date の「2052-10-01」は、これまでの保存版と変更の記録（');
    writeMihonAt(root, SECOND);
    expect((await runRelease(root, '--date', SECOND)).status).toBe(0);
  });

  test.each([
    ['the day before it', `${FIRST}T14:59:59Z`, 1, true],
    ['the same day in Japan', `${FIRST}T15:00:00Z`, 1, false],
    ['a later day', `${FIRST}T00:00:00Z`, 0, false],
  ])('no date after today, but a note says so: %s', async (_what, now, daysBefore, isEarly) => {
    const root = createEmptyFolder();
    writeMihonAt(root, FIRST);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(now) - daysBefore * 86_400_000 });
    onTestFinished(() => void vi.useRealTimers());
    const { status, stdout } = await runRelease(root, '--date', FIRST);
    expect([status, stdout.includes('注意: 日付が、今日（')]).toEqual([0, isEarly]);
  });

  test('no earlier date after the advice about a date after today, with its rows of reasons', async () => {
    const root = await releaseUntil(FIRST);
    const indicators = join(root, 'data/plans/mihon-kurashi/indicators.csv');
    writeFileSync(indicators, readFileSync(indicators, 'utf8').replace('令和4年度,180千人', '令和4年度,150千人'));
    expect((await runRelease(root, '--date', SECOND)).status).toBe(1);
    const changesFile = join(root, 'data/changes.csv');
    writeFileSync(changesFile, readFileSync(changesFile, 'utf8').replace(/,,,$/m, ',架空の理由です。,,'));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(SECOND) - 10 * 86_400_000 });
    onTestFinished(() => void vi.useRealTimers());
    const { stdout } = await runRelease(root, '--date', SECOND);
    expect(stdout).toContain(`data/changes.csv に ${SECOND} の行があればその日付も直して、つくり直してください。`);
    for (const path of [join(RELEASES_FOLDER, SECOND), LATEST_RELEASE]) rmSync(join(root, path), { recursive: true });
    const today = new Date().toISOString().slice(0, 10);
    writeFileSync(changesFile, readFileSync(changesFile, 'utf8').replace(SECOND, today));
    expect(await runRelease(root, '--date', today)).toMatchObject({ status: 0 });
  });

  test('a date before the last change', async () => {
    const root = await releaseUntil(FIRST);
    writeFileSync(join(root, 'data/changes.csv'), '日付,対象,項目\n2024-12-01,mihon-sogo,仮の変更\n');
    const { status, stderr } = await runRelease(root, '--date', '2024-11-30');
    expect([status, stderr]).toEqual([1, expect.stringContaining('いちばん新しい日付（2024-12-01）より前です')]);
  });

  test.each([
    [[], '^保存版の日付を --date に書いてください。'],
    [['--date', '2026-02-30'], '--date に書いてください'],
    [['--date', '2026/11/20'], '--date の「2026/11/20」は使えません。2026-11-20 のように、'],
    [['--date', '2026/3/1'], '例: npm run release -- --date 2026-03-01\n'],
    [['--date', '令和8年3月31日'], '例: npm run release -- --date 2026-03-31\n'],
    [['--date', 'R8.3.31'], '例: npm run release -- --date 2026-03-31\n'],
    [['--date', '2026/13/1'], '「2026/13/1」という日付はありません。'],
    [['--date', '今日'], '「今日」は日付として読めません。'],
    [['--date', '2027-01-01', '--version', '第1版'], '--version の「第1版」は使えません'],
    [['--date', '2027-01-01', '--version', 'con'], '--version の「con」は使えません'],
    [['--date', '2027-01-01', '--version', FIRST], 'もうあります'],
    [['--date', FIRST], '後の日にしてください'],
    [['--date', FIRST, '--version', 'r6'], '後の日にしてください'],
    [['--date', '2027-01-01'], '変わっていません'],
  ])('%s: %s', async (args, words) => {
    const root = await releaseUntil(FIRST);
    const { status, stderr } = await runRelease(root, ...args);
    expect([status, stderr]).toEqual([1, expect.stringMatching(words)]);
    expect(readdirSync(join(root, RELEASES_FOLDER))).toEqual([FIRST, 'SHA256SUMS']);
  });
});
