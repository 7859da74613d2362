import { existsSync, globSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { WriteDraft } from '../authoring/write-draft.ts';
import { composeSentences, DiagnosticsError, hasErrors } from '../diagnostics/diagnostic.ts';
import { openSiteFolder } from '../input/site-folder.ts';
import { LATEST_RELEASE, type ReleaseChange, releaseFiles, RELEASES_FOLDER } from '../model/data-release.ts';
import { isUsableId, SLUG_PATTERN } from '../model/identifiers.ts';
import { DAY_LENGTH, formatDayNumber } from '../model/quantity-schema.ts';
import { listKeys, releaseChangeKinds } from '../model/value-lists.ts';
import { formatNumber } from '../notation/format.ts';
import { createReleaseFiles, draftReleaseChanges } from '../open-data/draft-release.ts';
import { formatChecksums, type PublishedFile } from '../open-data/published-file.ts';
import { findPresentRelease, readReleasedTables } from '../open-data/released-tables.ts';
import { openSiteData } from '../site-data/open-site-data.ts';
import { describeReleaseChange, getReasonItem, getReasonSubject, isRecordGone } from '../site-data/release-queries.ts';
import type { SiteData } from '../site-data/site-data.ts';
import { optionalDate } from '../tables/cells/cell-types.ts';
import { changesTable, createIdFollower, ID_CHANGE_ITEM } from '../tables/changes.ts';
import { applyWrites, describeWrites } from './apply-writes.ts';
import { runCli, UsageError, type CommandStreams, parseArguments } from './command-runner.ts';
import { completeErrorPath } from './failure-report.ts';
import { openWorkFolder } from './output-folder.ts';
import { assertNoPlaceholders, createCommandFormatter, readRootOption, rootOptions } from './site-options.ts';

/** Returns why a release can't have this version and date; null if it can. No release or change is of a later day. */
function findVersionMistake(siteData: SiteData, date: string, version: string): string | null {
  const { releases, updated } = siteData;
  if (!isUsableId(version, SLUG_PATTERN))
    return `--version の「${version}」は使えません。半角の英小文字と数字を - でつないで書いてください（64字まで。Windows で使えない con などは除きます）。例: --version r8-2`;
  const [last] = releases;
  if (last && date <= last.date) return `--date の「${date}」は、前の保存版（${last.date}）より後の日にしてください。`;
  if (updated !== null && date < updated)
    return `--date の「${date}」は、${changesTable.path} のいちばん新しい日付（${updated}）より前です。その変更も保存版に入るので、${updated} か、それより後の日にしてください。`;
  // 2062 for 2026 would forbid all releases in between.
  if (updated !== null && parseInt(date, 10) > parseInt(updated, 10) + 10)
    return `--date の「${date}」は、これまでの保存版と変更の記録（${updated}まで）より10年以上も後です。年の入力のまちがいではありませんか。正しければ、先に ${changesTable.path} に、近い日付の行を足してください。`;
  if (releases.some((release) => release.version === version))
    return `保存版「${version}」はもうあります。ほかの名前を --version に書いてください。`;
  if (last && findPresentRelease(siteData) === last)
    return `データは、前の保存版「${last.version}」から変わっていません。保存版はつくりません。`;
  return null;
}

/** Finds a municipality whose id changed without a row about it: its old URLs would lead nowhere. Says what to write. */
function findIdMistake({ releases, municipalities, changes }: SiteData): string | null {
  const follow = createIdFollower(changes);
  const [latest] = releases;
  for (const { id, municipality_code: code } of latest ? readReleasedTables(latest).municipalities : []) {
    const now = municipalities.find((one) => one.code === code);
    if (now && municipalities.every((one) => one.id !== follow(id)))
      return `${now.title}のIDが、前の保存版の「${id}」から「${now.id}」に変わっています。元のアドレスが開かなくなるので、${changesTable.path} に、「対象」が ${now.id}、「項目」が「${ID_CHANGE_ITEM}」、「前」が ${id} の行を足してください。`;
  }
  return null;
}

/** The changes since the last release, and those that lack a reason. */
type DraftedChanges = ReturnType<typeof draftReleaseChanges>;

/** Returns the rows of changes.csv in which staff write the reasons that are missing. */
function createReasonRows(siteData: SiteData, { unasked }: DraftedChanges, date: string) {
  const rows = unasked.map((one) => {
    const item = getReasonItem(siteData, one);
    return { 日付: date, 対象: getReasonSubject(siteData, one), 項目: item, 前: one.before, 後: one.after };
  });
  // A threshold changes in all municipalities for the same reason.
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

/** Adds rows to changes.csv. Returns in words what it wrote; empty for no rows. */
function addReasonRows(root: string, rows: ReturnType<typeof createReasonRows>): string {
  const draft = new WriteDraft(openSiteFolder(root));
  draft.addRows(changesTable, rows);
  const diagnostics = draft.findDiagnostics();
  if (hasErrors(diagnostics)) throw new DiagnosticsError(diagnostics);
  applyWrites(root, draft.writes);
  return draft.writes.length === 0 ? '' : `\n理由を書く行を足しました。\n${describeWrites(draft.writes)}\n`;
}

/** Lists in words the changes that lack a reason, and what else may be the matter with each. */
function describeMissingReasons(siteData: SiteData, { unexplained, newIds }: DraftedChanges): string {
  const shifted =
    '。IDがずれたのではありませんか。計画の番号が変わったのなら、それを理由に書きます。そうでなければ、前の保存版と同じIDに戻し、足された行を消します';
  const describe = (one: DraftedChanges['unexplained'][number]) => {
    const id = newIds.get(one.record);
    const look = `。IDを ${one.record} から ${id} に変えたのではありませんか。同じものなら、理由の行を、「対象」が ${id}、「項目」が「${ID_CHANGE_ITEM}」、「前」が ${one.record}、「後」が空の行に直します`;
    const what = `${getReasonItem(siteData, one)} ${getReasonSubject(siteData, one)} ${describeReleaseChange(siteData, one)}`;
    return `  ${what}${id === undefined ? '' : look}${one.kind === 'renamed' ? shifted : ''}${one.stray ? `。${changesTable.path} には、この「対象」と「項目」で、「前」「後」がちがう行（${one.stray.before} → ${one.stray.after}）があります。その行の「前」を「${one.before}」、「後」を「${one.after}」に直してください` : ''}`;
  };
  return unexplained.map(describe).join('\n');
}

/** Says what to write if some of the changes are only new ids; empty if none can be. */
function explainIdChanges(siteData: SiteData, { unexplained, newIds }: DraftedChanges): string {
  const gone = unexplained.filter((one) => isRecordGone(siteData, one) && newIds.get(one.record) === undefined);
  const words = [...new Set(gone.map(({ kind }) => `「${releaseChangeKinds.words[kind]}」`))].join('と');
  return words === ''
    ? ''
    : `\nIDを変えただけなら、${words}の行を消して、「項目」を「${ID_CHANGE_ITEM}」とした行（「対象」に今のID、「前」に元のID）を書きます。`;
}

/**
 * Writes all files of a release in one step, and then its checksum: a killed command leaves no half file.
 * @param count the number of releases before it
 * @throws UsageError if another command writes files, or has written a release, since this one began
 */
function writeRelease(root: string, version: string, count: number, files: readonly PublishedFile[]): void {
  const folder = join(root, RELEASES_FOLDER);
  const releaseFolder = join(folder, version);
  using work = openWorkFolder(join(root, 'data', '.write-'));
  try {
    // Of two commands, the one that looks later sees the folder of the other one, or its release.
    const other = globSync('.write-*', { cwd: join(root, 'data') }).find((name) => name !== basename(work.path));
    if (other !== undefined)
      throw new UsageError(
        `ほかのコマンドが、データを書いています（data/${other}）。終わってから、もう一度実行してください。`,
      );
    if (globSync(`*/${releaseFiles.manifest}`, { cwd: folder }).length > count)
      throw new UsageError('ほかの保存版が、同時につくられました。何も書いていません。もう一度実行してください。');
    const staged = join(work.path, version);
    mkdirSync(staged);
    for (const { path, body } of files) writeFileSync(join(staged, path), body, { flush: true });
    const sums = files.filter(({ path }) => path === releaseFiles.checksums);
    const latest = formatChecksums(sums.map((file) => ({ ...file, path: `${version}/${file.path}` })));
    writeFileSync(join(work.path, releaseFiles.checksums), latest, { flush: true });
    mkdirSync(folder, { recursive: true });
    if (existsSync(releaseFolder))
      throw new UsageError(`${releaseFolder} はもうあります。空のフォルダなら消してください。`);
    renameSync(staged, releaseFolder);
    try {
      renameSync(join(work.path, releaseFiles.checksums), join(root, LATEST_RELEASE));
    } catch (error) {
      renameSync(releaseFolder, staged);
      throw error;
    }
  } catch (error) {
    throw completeErrorPath(error, releaseFolder, work.path);
  }
}

function describeCounts(changes: readonly ReleaseChange[]): string {
  const counts = listKeys(releaseChangeKinds.words).flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count === 0 ? [] : [`  ${releaseChangeKinds.words[kind]} ${count}件`];
  });
  return counts.length === 0 ? '' : `前の保存版から変わったところ\n${counts.join('\n')}\n`;
}

/** `npm run release`: saves all published tables as they are now, with what changed since the last release. */
export function main(args: readonly string[], { stdout, stderr }: CommandStreams): number {
  const options = { ...rootOptions, date: { type: 'string' }, version: { type: 'string' } } as const;
  const { values } = parseArguments({ args, options });
  const root = readRootOption(values.example, values.root);
  const formatCommand = createCommandFormatter(values);
  const { date = '' } = values;
  const read = optionalDate()(date);
  if ('issue' in read || read.value !== date) {
    const { near } = 'issue' in read ? read.issue.values : { near: read.value };
    const day = typeof near === 'string' && near !== '' ? near : '2026-11-20';
    const wrong =
      'issue' in read
        ? composeSentences(read.issue).message
        : date && `--date の「${date}」は使えません。${day} のように、半角の数字を - でつなぎます。`;
    throw new UsageError(`${wrong}保存版の日付を --date に書いてください。例: npm run release -- --date ${day}`);
  }
  const siteData = openSiteData({ root, day: date });
  assertNoPlaceholders(siteData.warnings, root);
  const { version = date } = values;
  const mistake = findVersionMistake(siteData, date, version) ?? findIdMistake(siteData);
  if (mistake !== null) throw new UsageError(mistake);
  const draft = draftReleaseChanges(siteData, version, date);
  if (draft.unexplained.length > 0) {
    const name = version === date ? '' : ` --version ${version}`;
    const written = addReasonRows(root, createReasonRows(siteData, draft, date));
    stderr.write(
      `保存版をつくっていません。次の${draft.unexplained.length}件には、理由が要ります。\n` +
        `${describeMissingReasons(siteData, draft)}\n${written}\n` +
        `${changesTable.path} の、「対象」「前」「後」がこのとおりの行の「理由」に、なぜ変えたかを書いてから（Excel でかまいません）、` +
        `${formatCommand(`npm run release -- --date ${date}${name}`)} をもう一度実行してください。${explainIdChanges(siteData, draft)}\n`,
    );
    return 1;
  }
  const files = createReleaseFiles(siteData, version, date, draft.changes);
  writeRelease(root, version, siteData.releases.length, files);
  const bytes = files.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0);
  const folder = `${RELEASES_FOLDER}/${version}/`;
  // The day in Japan, nine hours ahead of UTC.
  const today = formatDayNumber(Date.now() / DAY_LENGTH + 9 / 24);
  const early = `注意: 日付が、今日（${today}）より後です。公開する日でなければ、${folder} と ${LATEST_RELEASE} を消し、${changesTable.path} に ${date} の行があればその日付も直して、つくり直してください。\n`;
  stdout.write(
    `保存版「${version}」をつくりました（データの版 ${siteData.version}、${formatNumber(bytes / 1024, 0)} KB）。\n` +
      `  ${folder}\n${describeCounts(draft.changes)}${date > today ? early : ''}` +
      `${formatCommand('npm run check')} で確かめ、${formatCommand('npm run build')} でサイトをつくり、できた dist/ を公開先に置きます。\n`,
  );
  return 0;
}

if (import.meta.main) await runCli(main);
