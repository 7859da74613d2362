import { z } from 'zod';
import { PairId, Slug } from './id.ts';

/** Longitude and latitude in degrees; in a schematic, any plane coordinates with y upwards. */
export const Position = z.tuple([z.number(), z.number()]);

/** Where one zone lies: polygons, each an outer ring and its holes; rings are closed, and wound as RFC 7946 says. */
export const Outline = z.strictObject({
  zone: PairId,
  polygons: z.array(z.array(z.array(Position))),
});
export type Outline = z.infer<typeof Outline>;

/** The outlines of a municipality's zones. A schematic shows only how zones lie to one another, and says so. */
export const Outlines = z.strictObject({
  municipality: Slug,
  schematic: z.boolean(),
  outlines: z.array(Outline),
});
export type Outlines = z.infer<typeof Outlines>;
