import { describe, expect, test } from 'vitest';
import { createBom, PackageLock, readPackageLock } from '../../../tools/sbom-command.ts';

const lock = PackageLock.parse({
  name: 'town',
  packages: {
    '': { version: '1.0.0', license: 'MIT', dependencies: { map: '2.0.0' }, devDependencies: { test: '3.0.0' } },
    'node_modules/map': { version: '2.0.0', license: 'ISC', integrity: 'sha512-AP8=', dependencies: { '@a/b': '^1' } },
    'node_modules/map/node_modules/@a/b': { version: '1.2.0', license: '(MIT OR CC0-1.0)', optional: true },
    'node_modules/@a/b': { version: '2.1.0', license: 'https://example.org/licence', dev: true },
    'node_modules/test': {
      version: '3.0.0',
      dev: true,
      dependencies: { '@a/b': '^2' },
      peerDependencies: { map: '*' },
    },
    'node_modules/test/node_modules/map': { version: '2.0.0', license: 'ISC', dev: true },
  },
});

describe('the software bill of materials', () => {
  test('has the packages of production with scope, hash, licence and package URL', () => {
    expect(createBom(lock, false).components).toEqual([
      {
        type: 'library',
        'bom-ref': 'pkg:npm/map@2.0.0',
        name: 'map',
        version: '2.0.0',
        scope: 'required',
        hashes: [{ alg: 'SHA-512', content: '00ff' }],
        licenses: [{ license: { id: 'ISC' } }],
        purl: 'pkg:npm/map@2.0.0',
      },
      {
        type: 'library',
        'bom-ref': 'pkg:npm/%40a/b@1.2.0',
        group: '@a',
        name: 'b',
        version: '1.2.0',
        scope: 'optional',
        licenses: [{ expression: '(MIT OR CC0-1.0)' }],
        purl: 'pkg:npm/%40a/b@1.2.0',
      },
    ]);
  });

  test('names what each package depends on, as Node finds it', () => {
    expect(createBom(lock, false).dependencies).toEqual([
      { ref: 'pkg:npm/town@1.0.0', dependsOn: ['pkg:npm/map@2.0.0'] },
      { ref: 'pkg:npm/map@2.0.0', dependsOn: ['pkg:npm/%40a/b@1.2.0'] },
      { ref: 'pkg:npm/%40a/b@1.2.0', dependsOn: [] },
    ]);
  });

  test('has each version once with the packages for development, which are excluded at runtime', () => {
    const { components, dependencies } = createBom(lock, true);
    expect(components.map(({ purl, scope }) => `${purl} ${scope}`)).toEqual([
      'pkg:npm/map@2.0.0 required',
      'pkg:npm/%40a/b@1.2.0 optional',
      'pkg:npm/%40a/b@2.1.0 excluded',
      'pkg:npm/test@3.0.0 excluded',
    ]);
    expect(components[2]).toMatchObject({ licenses: [{ license: { name: 'https://example.org/licence' } }] });
    expect(components[3]).not.toHaveProperty('licenses');
    expect(dependencies.at(-1)?.dependsOn).toEqual(['pkg:npm/%40a/b@2.1.0', 'pkg:npm/map@2.0.0']);
  });

  test('has no time and no serial number, so that the same lockfile gives the same bytes', () => {
    const bom = createBom(lock, false);
    expect(bom).not.toHaveProperty('serialNumber');
    expect(bom.metadata).not.toHaveProperty('timestamp');
  });
});

test.each([false, true])(
  'every package of the project is reached from it, with a hash (development: %s)',
  (withDev) => {
    const { metadata, components, dependencies } = createBom(readPackageLock(), withDev);
    const dependsOn = new Map(dependencies.map((entry) => [entry.ref, entry.dependsOn]));
    const reached = new Set([metadata.component['bom-ref']]);
    for (const reference of reached) for (const next of dependsOn.get(reference) ?? []) reached.add(next);
    expect(components.map(({ purl }) => purl).filter((purl) => !reached.has(purl))).toEqual([]);
    expect(reached.size).toBe(components.length + 1);
    const hashes = components.map(({ hashes: [hash] = [] }) => hash?.content ?? '');
    expect(hashes.filter((hash) => !/^[0-9a-f]{128}$/.test(hash))).toEqual([]);
  },
);
