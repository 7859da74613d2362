import { z } from 'zod';
import { defineText, FilledText } from './identifiers.ts';
import { IsoDate, NaturalNumber, NullableNumber } from './quantity-schema.ts';
import { SiteText } from './site.ts';
import { releaseChangeKinds } from './value-lists.ts';

/** A text that is not empty and has no invisible characters. */
const VisibleText = FilledText.refine((text) => SiteText.safeParse(text).success);

/** An id in a release. Old releases stay readable if the rules for ids become stricter. */
const ReleasedId = z.string().regex(/^[a-z0-9_-]+$/);

const value = (title: string, description: string) => NullableNumber.meta({ title, description });

/** A difference between the tables of a release and those of the release before it. */
export const ReleaseChange = z.strictObject({
  id: defineText('ID', '保存版と、その中で何番めか', '2026-11-20-r3'),
  release: ReleasedId.meta({ title: '保存版', description: '変わったあとの値が、はじめて入った保存版' }),
  date: IsoDate.meta({ title: '日付', description: 'その保存版の日付' }),
  kind: releaseChangeKinds.schema.meta({
    title: '種類',
    description: '何が起きたか',
    codeList: 'release-change-kinds',
  }),
  record: FilledText.meta({ title: '対象', description: '変わったもののID' }),
  title: FilledText.meta({ title: '名称', description: '変わったものの、この保存版での名前' }),
  municipality: ReleasedId.meta({ title: '市区町村ID', description: '変わったものの市区町村' }),
  plan: ReleasedId.nullable().meta({ title: '計画ID', description: '計画か、計画のものでなければ null' }),
  zone: z.string().nullable().meta({ title: '地域ID', description: '地域の値のときだけ。全体の値は null' }),
  period: z.string().meta({ title: '時点', description: '実績、中間目標、統計の値の時点。ほかの変わったことでは空' }),
  before: z.string().meta({ title: '前', description: '前の保存版での値、名前、属する項目とID。文章では空' }),
  after: z.string().meta({ title: '後', description: 'この保存版での値、名前、属する項目とID。文章では空' }),
  beforeValue: value('前の数値', '前の値が1つの数のとき、その数。そうでなければ null'),
  afterValue: value('後の数値', '後の値が1つの数のとき、その数。そうでなければ null'),
  unit: z.string().meta({ title: '単位', description: '後の数値の単位' }),
  reason: z.string().meta({ title: '理由', description: '更新履歴（changes.csv）に書かれた理由。なければ空' }),
  sources: z.array(ReleasedId).meta({ title: '出典ID', description: '理由のもとになった資料' }),
});
export type ReleaseChange = z.infer<typeof ReleaseChange>;

/** A file by its name, its size in bytes and its SHA-256. */
export const ReleasedFile = z.strictObject({
  name: VisibleText.meta({ title: '名前', description: 'ファイルの名前' }),
  bytes: NaturalNumber.meta({ title: 'バイト数', description: 'ファイルの大きさ' }),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ title: 'SHA-256', description: 'ファイルのチェックサム（16進数64けた）' }),
});

/** The folder of the releases: snapshots of the data, which are not part of it. */
export const RELEASES_FOLDER = 'data/releases';

/** The names of the files of a release: its tables, its changes, its description, and the checksums of these three. */
export const releaseFiles = {
  tables: 'tables.zip',
  changes: 'changes.json',
  manifest: 'release.json',
  checksums: 'SHA256SUMS',
} as const;

/** The file with the checksum of the latest release; that of any other release is in the release after it. */
export const LATEST_RELEASE = `${RELEASES_FOLDER}/${releaseFiles.checksums}`;

/** The description of a release, in `release.json`. */
export const ReleaseManifest = z.strictObject({
  version: ReleasedId.meta({ title: '保存版', description: '保存版の名前' }),
  date: IsoDate.meta({ title: '日付', description: '保存版の日付' }),
  data: VisibleText.meta({ title: 'データの版', description: '保存したデータの中身から計算した12けたの記号' }),
  site: VisibleText,
  licence: VisibleText,
  fictional: z.boolean(),
  /** The release before this one, and the SHA-256 of its checksums, so that nobody can change it unnoticed. */
  previous: z.strictObject({ version: ReleasedId, sha256: ReleasedFile.shape.sha256 }).nullable(),
  tables: z.array(
    z.strictObject({ name: FilledText, title: VisibleText, rows: z.int(), files: z.array(ReleasedFile) }),
  ),
});
export type ReleaseManifest = z.infer<typeof ReleaseManifest>;

/** An immutable snapshot of the published tables, from `data/releases/{version}/`. */
export interface DataRelease extends ReleaseManifest {
  readonly files: readonly z.infer<typeof ReleasedFile>[];
  readonly changes: readonly ReleaseChange[];
  /** Returns the bytes of one of the files. */
  readonly readFile: (name: string) => Uint8Array;
}
