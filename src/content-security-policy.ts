const DIRECTIVES = [
  "default-src 'none'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'self'",
  "object-src 'none'",
  "style-src 'self'",
];

/**
 * Returns the content security policy of a page: nothing from other sites, no inline scripts or styles. `webAssembly`
 * also lets the page compile WebAssembly, which Pagefind needs. The policy has no hashes of scripts, so a changed
 * script does not change every page. `frame-ancestors` does not work in a meta element: it is in `public/_headers`.
 */
export const formatContentSecurityPolicy = (webAssembly = false): string =>
  [...DIRECTIVES, `script-src 'self'${webAssembly ? " 'wasm-unsafe-eval'" : ''}`].join(';');
