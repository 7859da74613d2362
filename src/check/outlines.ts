import { decode } from '../read/decode.ts';
import type { Folder } from '../read/folder.ts';
import { readGeoJson, type Shape } from '../read/geojson.ts';
import type { Report } from './report.ts';

/** The shapes of a municipality's zones, as its file has them. */
export interface OutlinesDraft {
  readonly file: string;
  readonly schematic: boolean;
  readonly shapes: readonly Shape[];
}

/** Reads `zones.geojson` of a municipality; null, with every problem reported, where there is none that can be used. */
export function readOutlines(folder: Folder, municipality: string, report: Report): OutlinesDraft | null {
  const file = `data/municipalities/${municipality}/zones.geojson`;
  if (!folder.has(file)) return null;
  const top = { file, line: 1, column: 1, field: '' };
  const bytes = folder.bytes(file);
  const decoded = decode(bytes);
  if (!decoded.ok) {
    report.add(top, decoded.flaw);
    return null;
  }
  const read = readGeoJson(decoded.text, bytes.length);
  if (!read.ok) {
    for (const { flaw, spot } of read.flaws) report.add({ ...top, ...spot }, flaw);
    return null;
  }
  return { file, schematic: read.schematic, shapes: read.shapes };
}
