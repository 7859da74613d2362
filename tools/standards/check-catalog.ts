import type { Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { parseJsonLd, parseTurtle } from './parse-rdf.ts';
import { type StandardCheck, OFFICIAL_FILES, type TextReader } from './standard-check.ts';

/**
 * The recommended properties of DCAT-AP that this catalogue can't have, by class and property, with the reason. Any
 * other warning is a fault. `docs/open-data.md` has the same list.
 */
export const KNOWN_WARNINGS: Readonly<Record<string, string>> = {
  'Agent type': '発行者がどのような組織かは、設定に書かれていません。',
  'Dataset contactPoint': 'site.config.json の contact が空で、連絡先がまだありません。',
  'DataService contactPoint': 'site.config.json の contact が空で、連絡先がまだありません。',
  'Catalog issued': 'data/changes.csv に行がまだありません。',
  'Catalog modified': 'data/changes.csv に行がまだありません。',
  'Dataset temporal': '時点をもたない表（用語、コード表など）です。',
  'Location bbox': '市区町村の範囲の座標は、目録にのせていません。形は API にあります。',
  'Location centroid': 'データにあるのは役所の位置だけで、市区町村の中心ではありません。',
};

const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** Returns the last part of an IRI: `http://purl.org/dc/terms/spatial` → `spatial`. */
const getLocalName = (iri: string) => iri.replace(/^.*[/#]/, '');

/** Returns the IRI of a term. A result about a whole resource has no path. */
const getIri = (term: { readonly value: string } | null | undefined) => term?.value ?? '';

/** Returns the violations and warnings of shapes. */
async function validateShapes(data: Store, shapes: string) {
  const report = await new SHACLValidator(parseTurtle(shapes)).validate(data);
  return report.results.map(({ focusNode, path, severity, message }) => ({
    className: getLocalName(data.getObjects(getIri(focusNode), TYPE, null)[0]?.value ?? ''),
    property: getLocalName(getIri(path)),
    node: getIri(focusNode),
    message: message.map(({ value }) => value).join(' '),
    isWarning: getLocalName(getIri(severity)) !== 'Violation',
  }));
}

type ShapeResult = Awaited<ReturnType<typeof validateShapes>>[number];

/** Returns one remark for each kind of known warnings, and the other warnings as faults. */
function sortWarnings(warnings: readonly ShapeResult[]): Pick<StandardCheck, 'faults' | 'remarks'> {
  const kinds = Map.groupBy(warnings, ({ className, property }) => `${className} ${property}`);
  const remarks: string[] = [];
  const faults: string[] = [];
  for (const [kind, all] of kinds) {
    const reason = KNOWN_WARNINGS[kind];
    if (reason === undefined)
      faults.push(`${kind}（${all.length}件、${all[0]?.node ?? ''}）：${all[0]?.message ?? ''}`);
    else remarks.push(`警告 ${all.length}件 ${kind}：${reason}`);
  }
  return { faults, remarks };
}

const CLASSES = ['Catalog', 'Dataset', 'Distribution', 'DataService', 'Checksum', 'Agent'] as const;

/** Checks `catalog.jsonld` against the shapes of DCAT-AP 3.0.1: required and recommended properties, and ranges. */
export async function checkCatalog(site: TextReader, schemas: TextReader): Promise<StandardCheck> {
  const data = await parseJsonLd(site('data/catalog.jsonld'), 'https://site.invalid/data/catalog.jsonld');
  const results: ShapeResult[] = [];
  for (const path of [OFFICIAL_FILES.shapes, OFFICIAL_FILES.recommended, OFFICIAL_FILES.range])
    results.push(...(await validateShapes(data, schemas(path))));
  const warnings = results.filter(({ isWarning }) => isWarning);
  const { faults, remarks } = sortWarnings(warnings);
  const violations = results.filter(({ isWarning }) => !isWarning);
  const counts = CLASSES.map((name) => {
    const count = data
      .getSubjects(TYPE, null, null)
      .filter((node) => data.getObjects(node, TYPE, null).some(({ value }) => getLocalName(value) === name)).length;
    return `${name} ${count}`;
  });
  return {
    title: 'DCAT-AP 3.0.1（SHACL）',
    summary: `${counts.join('、')}、三つ組 ${data.size}、違反 ${violations.length}、警告 ${warnings.length}`,
    faults: [
      ...violations.map(({ className, property, node, message }) => `${className} ${property}（${node}）：${message}`),
      ...faults,
    ],
    remarks,
  };
}
