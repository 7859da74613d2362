import type { Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import type { StandardCheck } from './standard-check.ts';
import { OFFICIAL_FILES, type TextReader } from './open-folders.ts';
import { parseJsonLd, parseTurtle } from './parse-rdf.ts';

/**
 * What DCAT-AP recommends and this catalogue can't say, by class and property, each with its reason. Any other warning
 * is a fault. `docs/open-data.md` lists the same.
 */
export const KNOWN_WARNINGS: Readonly<Record<string, string>> = {
  'Agent type': '発行者がどのような組織かは、設定に書かれていません。',
  'Dataset contactPoint': 'site.config.json の contact が空で、連絡先がまだありません。',
  'DataService contactPoint': 'site.config.json の contact が空で、連絡先がまだありません。',
  'Catalog issued': 'data/changes.csv に行がまだありません。',
  'Catalog modified': 'data/changes.csv に行がまだありません。',
  'Dataset temporal': '時点をもたない表（用語、コード表など）です。',
  'Location bbox': '市区町村の範囲の座標は、データにありません。',
  'Location centroid': 'データにあるのは役所の位置だけで、市区町村の中心ではありません。',
};

/** Why a warning can't be met; null for one that is not named. */
export function findWarningReason(kind: string): string | null {
  return KNOWN_WARNINGS[kind] ?? null;
}

const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** The last part of an address: `http://purl.org/dc/terms/spatial` → `spatial`. */
const short = (iri: string) => iri.replace(/^.*[/#]/, '');

/** What a term stands for; a result about a node as a whole has no path. */
const iri = (term: { readonly value: string } | null | undefined) => term?.value ?? '';

/** One result of a shape: what it is about, by the class and the property. */
interface Result {
  readonly of: string;
  readonly property: string;
  readonly node: string;
  readonly message: string;
  readonly isWarning: boolean;
}

async function results(data: Store, shapes: string): Promise<Result[]> {
  const report = await new SHACLValidator(parseTurtle(shapes)).validate(data);
  return report.results.map(({ focusNode, path, severity, message }) => ({
    of: short(data.getObjects(iri(focusNode), TYPE, null)[0]?.value ?? ''),
    property: short(iri(path)),
    node: iri(focusNode),
    message: message.map(({ value }) => value).join(' '),
    isWarning: short(iri(severity)) !== 'Violation',
  }));
}

/** Warnings that can't be met, one note for each kind; any other is a fault. */
function sorted(warnings: readonly Result[]): Pick<StandardCheck, 'faults' | 'notes'> {
  const kinds = Map.groupBy(warnings, ({ of, property }) => `${of} ${property}`);
  const notes: string[] = [];
  const faults: string[] = [];
  for (const [kind, all] of kinds) {
    const reason = findWarningReason(kind);
    if (reason === null) faults.push(`${kind}（${all.length}件、${all[0]?.node ?? ''}）：${all[0]?.message ?? ''}`);
    else notes.push(`警告 ${all.length}件 ${kind}：${reason}`);
  }
  return { faults, notes };
}

const CLASSES = ['Catalog', 'Dataset', 'Distribution', 'DataService', 'Checksum', 'Agent'] as const;

/** `catalog.jsonld` against the shapes of DCAT-AP 3.0.1: what must hold, what should, and what each thing must be. */
export async function checkCatalog(site: TextReader, schemas: TextReader): Promise<StandardCheck> {
  const data = await parseJsonLd(site('data/catalog.jsonld'), 'https://site.invalid/data/catalog.jsonld');
  const found: Result[] = [];
  for (const path of [OFFICIAL_FILES.shapes, OFFICIAL_FILES.recommended, OFFICIAL_FILES.range])
    found.push(...(await results(data, schemas(path))));
  const warnings = found.filter(({ isWarning }) => isWarning);
  const { faults, notes } = sorted(warnings);
  const violations = found.filter(({ isWarning }) => !isWarning);
  const counts = CLASSES.map((name) => {
    const count = data
      .getSubjects(TYPE, null, null)
      .filter((node) => data.getObjects(node, TYPE, null).some(({ value }) => short(value) === name)).length;
    return `${name} ${count}`;
  });
  return {
    title: 'DCAT-AP 3.0.1（SHACL）',
    summary: `${counts.join('、')}、三つ組 ${data.size}、違反 ${violations.length}、警告 ${warnings.length}`,
    faults: [
      ...violations.map(({ of, property, node, message }) => `${of} ${property}（${node}）：${message}`),
      ...faults,
    ],
    notes,
  };
}
