import type { AstroUserConfig } from 'astro';

/**
 * The content security policy of every page: nothing from any other site, no inline script or style. Astro adds the
 * hashes of its own scripts and styles. What a meta element can't say (`frame-ancestors`) stands in `public/_headers`.
 */
export const contentSecurityPolicy = {
  directives: [
    "default-src 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'self'",
    "object-src 'none'",
  ],
  scriptDirective: { resources: ["'self'"] },
  styleDirective: { resources: ["'self'"] },
} satisfies NonNullable<AstroUserConfig['security']>['csp'];

/** What `/search/` alone adds to the sources of scripts: Pagefind, which it may load, is WebAssembly. */
export const WASM_SCRIPT_SOURCE = "'wasm-unsafe-eval'";
