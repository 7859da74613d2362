import type { Portal } from '../../portal/portal.ts';
import { byteSize, sha256, type Download } from '../download.ts';
import type { Table } from '../table.ts';
import { datasetId, type Described } from './dcat.ts';
import { fileTypes } from './dcat-terms.ts';
import {
  contactOf,
  guideOr,
  issuedOn,
  keywordsOf,
  licenceUrl,
  meaning,
  placesOf,
  rightsWords,
  spansOf,
  whole,
} from './facts.ts';
import { said, type Json } from './json-ld.ts';

/*
 * What search engines read of a table inside its page (schema.org Dataset), by the rules of Google's Dataset Search.
 */

const SCHEMA = 'https://schema.org';

function publisher(portal: Portal): Json {
  const { site } = portal;
  const contact = contactOf(portal);
  const contactPoint = contact?.is === 'mailbox' ? { '@type': 'ContactPoint', email: contact.text } : null;
  return said({ '@type': 'Organization', name: site.publisher, url: whole(portal, '/'), contactPoint });
}

const catalogId = (portal: Portal) => whole(portal, '/data/#catalog');

/** What the catalogue and each of its tables say alike. */
function common(portal: Portal): Record<string, Json> {
  return {
    license: licenceUrl(portal),
    creator: publisher(portal),
    publisher: publisher(portal),
    isAccessibleForFree: true,
    inLanguage: 'ja',
    version: portal.version,
    datePublished: issuedOn(portal),
    dateModified: portal.updated,
  };
}

function places(table: Table, portal: Portal): Json[] {
  return placesOf(table, portal).map(({ code, title, prefecture, latitude, longitude }) =>
    said({
      '@type': 'Place',
      name: `${prefecture}${title}`,
      identifier: code,
      geo:
        latitude === null || longitude === null ? null : { '@type': 'GeoCoordinates', latitude, longitude },
    }),
  );
}

function variables({ columns }: Table): Json[] {
  return columns.map(({ name, title, description, unit }) =>
    said({
      '@type': 'PropertyValue',
      name: title,
      alternateName: name,
      description,
      unitText: unit,
    }),
  );
}

function download({ path, body }: Download, portal: Portal): Json {
  const type = fileTypes[path.split('.').at(-1) ?? ''];
  return said({
    '@type': 'DataDownload',
    name: type?.words ?? null,
    contentUrl: whole(portal, path),
    encodingFormat: type?.media ?? null,
    contentSize: `${byteSize(body)} B`,
    sha256: sha256(body),
  });
}

/** A table as schema.org tells it, for its page. */
export function datasetData(described: Described, portal: Portal): Json {
  const { table, files } = described;
  const page = whole(portal, `/data/${table.id}/`);
  const spans = spansOf(table, portal).map(({ start, end }) => `${start}/${end}`);
  return said({
    '@context': SCHEMA,
    '@type': 'Dataset',
    '@id': datasetId(portal, described),
    name: `${table.title}（${portal.site.name}）`,
    description: meaning(table, portal),
    url: page,
    identifier: page,
    ...common(portal),
    keywords: keywordsOf(table, portal),
    spatialCoverage: places(table, portal),
    temporalCoverage: spans.length === 1 ? (spans[0] ?? null) : spans,
    variableMeasured: variables(table),
    measurementTechnique: guideOr(portal, 'method', '/data/'),
    includedInDataCatalog: { '@type': 'DataCatalog', '@id': catalogId(portal), name: portal.site.name },
    distribution: files.map((file) => download(file, portal)),
  });
}

/** The catalogue as schema.org tells it, for `/data/`. */
export function catalogData(datasets: readonly Described[], portal: Portal): Json {
  return said({
    '@context': SCHEMA,
    '@type': 'DataCatalog',
    '@id': catalogId(portal),
    name: portal.site.name,
    description: `${portal.site.description}${rightsWords(portal)}`,
    url: whole(portal, '/data/'),
    ...common(portal),
    dataset: datasets
      .filter(({ isCodeList }) => !isCodeList)
      .map((one) => ({
        '@type': 'Dataset',
        '@id': datasetId(portal, one),
        name: `${one.table.title}（${portal.site.name}）`,
        description: meaning(one.table, portal),
        url: whole(portal, `/data/${one.table.id}/`),
        license: licenceUrl(portal),
        creator: publisher(portal),
      })),
  });
}
