import { createHash, type Hash } from 'node:crypto';
import { existsSync, globSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire, getCompileCacheDir } from 'node:module';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { findProduct, trimCache, type ProductCache } from '../input/product-cache.ts';
import { openSiteFolder } from '../input/site-folder.ts';
import { unifyLineEnds, type SiteOptions } from '../site-data/open-site-data.ts';
import { findRealPath } from './output-folder.ts';
import { PROJECT_FOLDER } from './site-options.ts';

/*
 * What a build keeps for the next ones: costly products, and a record of the site in a folder, so that `npm start`
 * serves that site if nothing has changed. Both are files of one cache, which anybody may delete at any time.
 */

/** Returns the paths of the files below a folder, or the path of a file, in a fixed order. */
const expandPath = (path: string): string[] =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map(({ parentPath, name }) => join(parentPath, name))
        .sort();

function addContent(hash: Hash, path: string, bytes: Uint8Array): void {
  hash.update(`${path}\0${bytes.length}\0`).update(bytes);
}

function addFiles(hash: Hash, paths: readonly string[]): void {
  for (const path of paths.flatMap(expandPath)) addContent(hash, path, readFileSync(path));
}

/** The list of all installed packages with their versions and checksums, which npm writes beside them. */
const INSTALLED_PACKAGES = '.package-lock.json';

/** Lists the files in which npm lists the packages that a folder imports, the nearest first. */
const findPackageLists = (folder: string): string[] =>
  (createRequire(join(folder, 'package.json')).resolve.paths(INSTALLED_PACKAGES) ?? [])
    .map((modules) => join(modules, INSTALLED_PACKAGES))
    .filter((path) => existsSync(path));

/** Returns the cache of a program; undefined without the lists of npm, which say if a package has changed. */
export function openCache(folder = PROJECT_FOLDER): ProductCache | undefined {
  const lists = findPackageLists(folder);
  if (lists.length === 0) return undefined;
  const { versions, platform, arch } = process;
  const hash = createHash('sha256').update(JSON.stringify([versions, platform, arch]));
  addFiles(hash, [...lists, join(folder, 'package.json'), join(folder, 'src')]);
  return { folder: join(folder, '.work', 'cache'), fingerprint: hash.digest('hex') };
}

/** The maximum number of bytes of compiled code that Node keeps for the next commands. */
const MAX_COMPILED_BYTES = 100_000_000;

/** Trims a cache after a build, and the code that Node compiled. Empties it if the code changed meanwhile. */
export function tidyCache({ folder, fingerprint }: ProductCache): void {
  trimCache(folder, openCache()?.fingerprint === fingerprint ? undefined : 0);
  const compiled = getCompileCacheDir();
  // A build has added its bundle. A person may have chosen another folder (NODE_COMPILE_CACHE).
  if (compiled?.startsWith(PROJECT_FOLDER)) trimCache(compiled, MAX_COMPILED_BYTES);
}

/** All that a site is built from: a checksum of the contents, and the times of the last changes. */
type BuildInputs = Readonly<{ contents: string; times: string }>;

/** A site that was just built: its inputs before the build, and its `computeSiteChecksum` before it was moved. */
type FinishedSite = Readonly<{ base: string; inputs: BuildInputs; files: string }>;

/** Returns the paths of the program's files, from which pages are made: those that its package contains. */
function listProgramFiles(folder = PROJECT_FOLDER): string[] {
  const text = readFileSync(join(folder, 'package.json'), 'utf8');
  const { files } = z.object({ files: z.array(z.string()) }).parse(JSON.parse(text));
  return globSync(files, { cwd: folder })
    .sort()
    .map((path) => join(folder, path));
}

const flag = z.literal(true).optional();
const InstalledPackage = z.object({ version: z.string().optional(), dev: flag, optional: flag, devOptional: flag });
const PackageList = z.object({ packages: z.record(z.string(), InstalledPackage) });

/** Returns the packages that pages are made with, and their versions; none if npm did not install them. */
function readPackageVersions(folder: string): string[][] {
  const [list] = findPackageLists(folder);
  if (list === undefined) return [];
  const { packages } = PackageList.parse(JSON.parse(readFileSync(list, 'utf8')));
  return Object.entries(packages).flatMap(([path, { version = '', dev, optional, devOptional }]) =>
    (dev ?? optional ?? devOptional) ? [] : [[path, version]],
  );
}

/** Returns a hash of a program and of the versions of the packages that pages are made with, on any machine. */
export function computeProgramVersion(folder = PROJECT_FOLDER): string {
  const hash = createHash('sha256').update(JSON.stringify(readPackageVersions(folder)));
  const files = [...listProgramFiles(folder), join(folder, 'package.json')].flatMap(expandPath);
  const paths = files.map((file) => relative(folder, file).replaceAll('\\', '/')).sort();
  for (const path of paths) addContent(hash, path, unifyLineEnds(readFileSync(join(folder, path))));
  return hash.digest('hex').slice(0, 12);
}

/** Returns the paths of all files that a site is built from, with the times of their last changes. */
function readTimes(root: string): string {
  const source = openSiteFolder(root).files.map((path) => join(root, path));
  const paths = [...listProgramFiles().flatMap(expandPath), ...source];
  return paths.map((path) => `${path} ${statSync(path, { bigint: true }).ctimeNs}`).join('\n');
}

/** Returns all that a site is built from. */
export function readBuildInputs({ root, base, site }: SiteOptions, compressed: boolean): BuildInputs {
  // A file that changes while it is read has another time at the end.
  const times = readTimes(root);
  const contents = createHash('sha256').update(JSON.stringify([base, site, compressed]));
  addFiles(contents, listProgramFiles());
  const { files, outsideLinks, readBytes } = openSiteFolder(root);
  contents.update(JSON.stringify(outsideLinks));
  for (const path of files) addContent(contents, path, readBytes(path));
  return { contents: contents.digest('hex'), times };
}

/** Returns a checksum of the names, sizes and times of a built site: nobody can set the time of the last change. */
export function computeSiteChecksum(folder: string): string {
  const hash = createHash('sha256');
  for (const path of expandPath(folder)) {
    const { size, mtimeNs, ctimeNs } = lstatSync(path, { bigint: true });
    hash.update(`${path.slice(folder.length)}\0${size} ${mtimeNs} ${ctimeNs}\0`);
  }
  return hash.digest('hex');
}

const findRecord = (cache: ProductCache | undefined, out: string, { contents }: BuildInputs) =>
  findProduct(cache, 'site', `${findRealPath(out)} ${contents}`);

/** Records a site, unless an input changed during the build. */
export function recordSite(options: SiteOptions, out: string, { base, inputs, files }: FinishedSite): void {
  if (readTimes(options.root) !== inputs.times) return;
  findRecord(options.cache, out, inputs).keep(Buffer.from(`${files} ${base}`));
}

/** Returns the base of the site in a folder if a build would make the same site there now, or else null. */
export function findFinishedBase(options: SiteOptions, out: string): string | null {
  if (!existsSync(out)) return null;
  const { product } = findRecord(options.cache, out, readBuildInputs(options, false));
  const [files, base = null] = product?.toString().split(' ') ?? [];
  return files === computeSiteChecksum(out) ? base : null;
}
