import type { SiteData } from '../../portal/portal.ts';
import { getGuideUrl, getAbsoluteUrl } from './facts.ts';
import { formatJsonDocument } from './json-ld.ts';

/**
 * `/.well-known/api-catalog` (RFC 9727): the API, its description, its documentation and the catalogue of its data, as a
 * set of links (RFC 9264).
 */
export function createApiCatalog(portal: SiteData): string {
  const at = (path: string) => getAbsoluteUrl(portal, path);
  return formatJsonDocument({
    linkset: [
      { anchor: at('/.well-known/api-catalog'), item: [{ href: at('/api/v1/index.json') }] },
      {
        anchor: at('/api/v1/index.json'),
        'service-desc': [{ href: at('/api/openapi.json'), type: 'application/json' }],
        'service-doc': [
          { href: getGuideUrl(portal, 'developers', '/data/'), type: 'text/html', hreflang: ['ja'] },
        ],
        'service-meta': [{ href: at('/data/catalog.jsonld'), type: 'application/ld+json' }],
        license: [{ href: portal.site.licence.url }],
      },
    ],
  });
}
