import { locateFile } from '../diagnostics/diagnostic.ts';
import { decodeText } from '../input/text-decoding.ts';
import type { SiteFolder } from '../input/site-folder.ts';
import { readGeoJson, type GeoArea } from '../input/json-reader.ts';
import type { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';

/** The shapes of a municipality's zones in its GeoJSON file. */
export interface ParsedOutlines {
  readonly file: string;
  readonly schematic: boolean;
  readonly shapes: readonly GeoArea[];
}

/** Reads a municipality's `zones.geojson` and reports every issue. Returns null if there is no usable file. */
export function readZoneOutlines(
  folder: SiteFolder,
  municipality: string,
  report: DiagnosticReport,
): ParsedOutlines | null {
  const file = `data/municipalities/${municipality}/zones.geojson`;
  if (!folder.has(file)) return null;
  const top = locateFile(file);
  const bytes = folder.readBytes(file);
  const decoded = decodeText(bytes);
  if (!decoded.ok) {
    report.add(top, decoded.issue);
    return null;
  }
  const read = readGeoJson(decoded.text, bytes.length);
  if (!read.ok) {
    for (const { issue, line, column } of read.issues) report.add({ ...top, line, column }, issue);
    return null;
  }
  return { file, schematic: read.schematic, shapes: read.areas };
}
