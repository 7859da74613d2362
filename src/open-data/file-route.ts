import { posix } from 'node:path';
import { WORKBOOK_TYPE } from '../input/xlsx/written-workbook.ts';
import { getSiteData } from '../site-data/current-site-data.ts';
import { listFilePaths } from '../site-data/page-redirects.ts';
import { makeOrReadFile } from '../site-data/part-of-path.ts';
import { getFileWriter, type FileWriter } from '../site-data/running-build.ts';
import type { SiteData } from '../site-data/site-data.ts';
import type { PublishedFile } from './published-file.ts';

type Content = string | Uint8Array | null;

interface RouteFile {
  /** Its path below the folder of the route. */
  readonly path: string;
  /** Returns its content; null if there is none, and so no file. */
  readonly make: () => Content | Promise<Content>;
  /** Forgets its content after it is written. */
  readonly release?: (() => void) | undefined;
}

/** Returns a published file for a route. A thread makes its content if it can. */
export const createRouteFile = (file: PublishedFile): RouteFile => ({
  path: file.path,
  make: () => file.makeInThread?.() ?? file.body,
  release: file.release,
});

const MAX_AT_ONCE = 64;

/** The media types of files that `npm run dev` serves, by extension; a host has its own. Others are bytes. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xlsx: WORKBOOK_TYPE,
  xml: 'application/atom+xml; charset=utf-8',
};

async function writeFiles(
  siteData: SiteData,
  folder: string,
  files: Iterable<RouteFile> | Promise<Iterable<RouteFile>>,
  writeFile: FileWriter['writeFile'],
): Promise<void> {
  const unfinished: Promise<void>[] = [];
  for (const { path: below, make, release } of await files) {
    let made: Content | Promise<Content> = null;
    const makeOnce = () => (made ??= make());
    for (const path of listFilePaths(siteData, posix.join(folder, below))) {
      const write = (body: Content) => {
        if (body !== null) writeFile(path, body);
      };
      const body = makeOrReadFile(siteData, path, makeOnce);
      if (!(body instanceof Promise)) write(body);
      else if (unfinished.push(body.then(write)) === MAX_AT_ONCE) await Promise.all(unfinished.splice(0));
    }
    release?.();
  }
  await Promise.all(unfinished);
}

/**
 * Returns what a route of files exports. While a site is built, the route writes its files itself and has no paths:
 * Astro takes as long for each of them as for a page. Files that a thread makes are finished beside the pages.
 * @param folder the folder of the route below the base of the site, or an empty text for the base itself
 */
export function createFileRoute(
  folder: string,
  listFiles: (siteData: SiteData) => Iterable<RouteFile> | Promise<Iterable<RouteFile>>,
) {
  const getStaticPaths = async () => {
    const siteData = getSiteData();
    const files = listFiles(siteData);
    const writer = getFileWriter();
    if (writer === null)
      return [...(await files)].flatMap((file) =>
        listFilePaths(siteData, posix.join(folder, file.path)).map((path) => ({
          params: { file: posix.relative(folder, path) },
          props: { file },
        })),
      );
    writer.addWork(writeFiles(siteData, folder, files, writer.writeFile));
    return [];
  };
  const GET = async ({ props: { file } }: { readonly props: { readonly file: RouteFile } }) => {
    const body = await file.make();
    if (body === null) return new Response(null, { status: 404 });
    const type = MEDIA_TYPES[posix.extname(file.path).slice(1)] ?? 'application/octet-stream';
    // A Response does not accept bytes in a shared buffer, so this copies them.
    return new Response(typeof body === 'string' ? body : new Uint8Array(body), { headers: { 'Content-Type': type } });
  };
  return { getStaticPaths, GET };
}
