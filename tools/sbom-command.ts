import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { z } from 'zod';
import { runCli, parseArguments } from '../src/cli/command-runner.ts';
import { PROJECT_FOLDER } from '../src/cli/site-options.ts';

/*
 * Prints the software bill of materials in CycloneDX 1.6: `npm run -s sbom`. It contains only what package-lock.json
 * says, so the same lockfile produces the same bytes. `npm sbom` adds a time and a random number, and `--omit dev`
 * makes it leave out packages that production needs too.
 */

const Ranges = z.record(z.string(), z.string()).default({});
const LockedPackage = z.object({
  version: z.string(),
  /** An SPDX identifier or expression, or what the package says instead. */
  license: z.string().default(''),
  /** The algorithm and the hash of the package's archive in Base64: `sha512-…`. */
  integrity: z.string().default(''),
  /** True if only packages for development need it. */
  dev: z.boolean().default(false),
  /** True for a package that npm may leave out, such as the binary for another system. */
  optional: z.boolean().default(false),
  devOptional: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
  dependencies: Ranges,
  devDependencies: Ranges,
  optionalDependencies: Ranges,
  peerDependencies: Ranges,
});
type LockedPackage = z.infer<typeof LockedPackage>;

/** The part of package-lock.json that we use. The keys of `packages` are paths; the project itself has ''. */
export const PackageLock = z.object({
  name: z.string(),
  packages: z.intersection(z.object({ '': LockedPackage }), z.record(z.string(), LockedPackage)),
});
export type PackageLock = z.infer<typeof PackageLock>;

/** Returns the name of the package at a path of the lockfile. */
export const getPackageName = (path: string) => path.split('node_modules/').at(-1) ?? '';

/** Returns the package URL: https://github.com/package-url/purl-spec, type npm. */
const formatPurl = (name: string, version: string) => `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;

/** Returns the path of the package that a package imports by its name: the nearest one, as Node finds it. */
function findImported(packages: PackageLock['packages'], from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = posix.join(folder, 'node_modules', name);
    if (path in packages) return path;
    if (folder === '') return undefined;
  }
}

function describeLicense(license: string) {
  if (license === '') return {};
  if (/ (?:AND|OR|WITH) /.test(license)) return { licenses: [{ expression: license }] };
  return { licenses: [{ license: /^[\w.+-]+$/.test(license) ? { id: license } : { name: license } }] };
}

function describeHash(integrity: string) {
  const [, size, hash = ''] = /^sha(\d+)-(\S+)/.exec(integrity) ?? [];
  return size ? { hashes: [{ alg: `SHA-${size}`, content: Buffer.from(hash, 'base64').toString('hex') }] } : {};
}

function describeComponent(path: string, entry: LockedPackage) {
  const [name = '', group] = getPackageName(path).split('/').reverse();
  const purl = formatPurl(getPackageName(path), entry.version);
  return {
    type: 'library',
    'bom-ref': purl,
    ...(group && { group }),
    name,
    version: entry.version,
    scope: entry.dev ? 'excluded' : entry.optional || entry.devOptional ? 'optional' : 'required',
    ...describeHash(entry.integrity),
    ...describeLicense(entry.license),
    purl,
  };
}

/**
 * Returns the software bill of materials of a lockfile: https://cyclonedx.org/docs/1.6/json/. The binaries for all
 * systems are part of it.
 * @param withDev adds the packages that only developers need, as `excluded`
 */
export function createBom({ name, packages }: PackageLock, withDev: boolean) {
  const isIncluded = (path: string) => path !== '' && (withDev || packages[path]?.dev === false);
  const getReference = (path: string) =>
    formatPurl(path === '' ? name : getPackageName(path), packages[path]?.version ?? '');
  const listImported = (path: string, entry: LockedPackage) => {
    const { dependencies, optionalDependencies, peerDependencies, devDependencies } = entry;
    const ranges = [dependencies, optionalDependencies, peerDependencies, withDev ? devDependencies : {}];
    const names = ranges.flatMap((range) => Object.keys(range));
    return names.flatMap((imported) => {
      const found = findImported(packages, path, imported);
      return found !== undefined && isIncluded(found) ? [getReference(found)] : [];
    });
  };
  const paths = Object.keys(packages).filter(isIncluded);
  // The same version of a package may be at several paths, with other packages beside it.
  const groups = Map.groupBy(['', ...paths], getReference);
  const root = packages[''];
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'pre-build' }],
      component: {
        type: 'application',
        'bom-ref': getReference(''),
        name,
        version: root.version,
        ...describeLicense(root.license),
        purl: getReference(''),
      },
    },
    components: [...groups.values()].flatMap(([path = '']) => {
      const entry = packages[path];
      return path === '' || !entry ? [] : [describeComponent(path, entry)];
    }),
    dependencies: [...groups].map(([ref, paths]) => ({
      ref,
      dependsOn: [
        ...new Set(
          paths.flatMap((path) => {
            const entry = packages[path];
            return entry ? listImported(path, entry) : [];
          }),
        ),
      ].sort(),
    })),
  };
}

/** Reads the project's package-lock.json. */
export function readPackageLock(): PackageLock {
  return PackageLock.parse(JSON.parse(readFileSync(join(PROJECT_FOLDER, 'package-lock.json'), 'utf8')));
}

function main(): undefined {
  const { values } = parseArguments({ options: { dev: { type: 'boolean', default: false } } });
  process.stdout.write(`${JSON.stringify(createBom(readPackageLock(), values.dev), null, 2)}\n`);
}

if (import.meta.main) await runCli(main);
