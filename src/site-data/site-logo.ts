import { readPngSize } from '../input/png-size.ts';
import { getSourceFolder } from './current-site-data.ts';
import { memoizeBySite } from './site-data.ts';

/** Returns the bytes of the site's mark and its size in pixels; null if the settings name none. */
export const readSiteLogo = memoizeBySite(({ site }) => {
  if (site.logo === undefined) return null;
  const bytes = new Uint8Array(getSourceFolder().readBytes(site.logo));
  const size = readPngSize(bytes);
  return size && { bytes, ...size };
});
