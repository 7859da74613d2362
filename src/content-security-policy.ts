import type { AstroUserConfig } from 'astro';

/**
 * The content security policy of every page: nothing from other sites, no inline scripts or styles. Astro adds the hashes
 * of its own scripts and styles. `frame-ancestors` does not work in a meta element, so that it is in `public/_headers`.
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

/** An extra script source of `/search/`, which can load Pagefind: a WebAssembly module. */
export const WASM_SCRIPT_SOURCE = "'wasm-unsafe-eval'";
