import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { api } from '../../../src/downloads/api.ts';
import { tables } from '../../../src/downloads/tables/index.ts';
import { Indicator } from '../../../src/model/indicator.ts';
import { Municipality } from '../../../src/model/municipality.ts';
import { Node } from '../../../src/model/node.ts';
import { Plan } from '../../../src/model/plan.ts';
import { Source } from '../../../src/model/source.ts';
import { Term } from '../../../src/model/term.ts';
import { Theme } from '../../../src/model/theme.ts';
import { Zone } from '../../../src/model/zone.ts';
import { openPortal } from '../../../src/portal/open.ts';
import { TOWNS } from '../../support/town.ts';

const portal = openPortal({ root: join(TOWNS, 'sound') });
const files = api(portal);
const Resource = z.object({
  meta: z.strictObject({
    name: z.string(),
    licence: z.strictObject({ id: z.string(), name: z.string(), url: z.url() }),
    version: z.string(),
    updated: z.iso.date().nullable(),
    fictional: z.boolean(),
    count: z.number(),
  }),
  data: z.array(z.record(z.string(), z.unknown())),
});
const resource = (name: string) => Resource.parse(JSON.parse(files.get(`v1/${name}.json`) ?? 'null'));

const schemas = {
  municipalities: Municipality,
  plans: Plan,
  nodes: Node,
  indicators: Indicator,
  themes: Theme,
  glossary: Term,
  sources: Source,
  zones: Zone,
} as const;
const names = Object.keys(schemas) as (keyof typeof schemas)[];

describe.each(names)('/api/v1/%s.json', (name) => {
  test('holds records of the published schema, and nothing besides', () => {
    const wrong = resource(name).data.flatMap(
      (record) => schemas[name].safeParse(record).error?.issues ?? [],
    );
    expect(wrong).toEqual([]);
  });

  test('leaves out no field, known or not', () => {
    const fields = Object.keys(schemas[name].shape);
    expect(resource(name).data.filter((record) => fields.some((field) => !(field in record)))).toEqual([]);
  });

  test('has as many records as its table has rows, and says how many', () => {
    const rows = tables.find(({ id }) => id === name)?.rows(portal).length;
    expect([resource(name).data.length, resource(name).meta.count]).toEqual([rows, rows]);
  });

  test('has the same ids as its table, in the same order', () => {
    const table = tables.find(({ id }) => id === name);
    const column = table?.columns.findIndex((one) => one.name === 'id') ?? -1;
    expect(resource(name).data.map(({ id }) => id)).toEqual(table?.rows(portal).map((row) => row[column]));
  });

  test('says which data it is', () => {
    expect(resource(name).meta).toMatchObject({ version: portal.version, fictional: true });
  });
});

describe('/api/v1/index.json', () => {
  test('lists every file beside it with its address and count', () => {
    expect(resource('index').data.map(({ url, count }) => [url, count])).toEqual(
      names.map((name) => [`/api/v1/${name}.json`, resource(name).meta.count]),
    );
  });

  test('gives addresses under the base', () => {
    const based = api(openPortal({ root: join(TOWNS, 'sound'), base: '/plans/' }));
    expect(based.get('v1/index.json')).toContain('"/plans/api/v1/nodes.json"');
  });
});

test('the same portal gives the same bytes', () => {
  const again = api(openPortal({ root: join(TOWNS, 'sound') }));
  expect([...again]).toEqual([...files]);
});
