import type { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import { type Location, locateFile } from '../diagnostics/diagnostic.ts';
import { readGeoJson, type GeoArea } from '../input/json-reader.ts';
import type { SiteFolder } from '../input/site-folder.ts';
import { decodePlainText } from '../input/text-decoding.ts';

/** The shapes in one of a municipality's GeoJSON files: its zones, or the parts of the municipality itself. */
export interface ParsedOutlines {
  readonly file: string;
  readonly schematic: boolean;
  /** The id of the source of the municipality's own outline; empty for zones. */
  readonly source: string;
  readonly locateSource: (field: string) => Location;
  readonly shapes: readonly GeoArea[];
}

/** Reads and reports issues of `zones.geojson` or `outline.geojson`. Null if the file is missing or unusable. */
export function readOutlines(
  folder: SiteFolder,
  municipality: string,
  kind: 'zones' | 'outline',
  report: DiagnosticReport,
): ParsedOutlines | null {
  const file = `data/municipalities/${municipality}/${kind}.geojson`;
  if (!folder.has(file)) return null;
  const bytes = folder.readBytes(file);
  const decoded = decodePlainText(bytes);
  if (!decoded.ok) {
    report.addIssue(locateFile(file, decoded.line, decoded.column), decoded.issue);
    return null;
  }
  const read = readGeoJson(decoded.text, bytes.length, kind);
  if (!read.ok) {
    for (const { issue, line, column } of read.issues) report.addIssue(locateFile(file, line, column), issue);
    return null;
  }
  const { schematic, source, sourcePosition, areas } = read;
  return { file, schematic, source, locateSource: (field) => ({ file, ...sourcePosition, field }), shapes: areas };
}
