import { z } from 'zod';
import { PairId, RecordSlug } from './id.ts';

/** Longitude and latitude in degrees; in a schematic, any plane coordinates with y upwards. */
export const GeoPosition = z.tuple([z.number(), z.number()]);

/** Where one zone lies: polygons, each an outer ring and its holes; rings are closed, and wound as RFC 7946 says. */
export const ZoneOutline = z.strictObject({
  zone: PairId,
  polygons: z.array(z.array(z.array(GeoPosition))),
});
export type ZoneOutline = z.infer<typeof ZoneOutline>;

/** The outlines of a municipality's zones. A schematic shows only how zones lie to one another, and says so. */
export const MunicipalityOutlines = z.strictObject({
  municipality: RecordSlug,
  schematic: z.boolean(),
  outlines: z.array(ZoneOutline),
});
export type MunicipalityOutlines = z.infer<typeof MunicipalityOutlines>;
