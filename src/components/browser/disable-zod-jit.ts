import { config } from 'zod';

// Zod probes `eval` support. The content security policy blocks and reports it, so its JIT is disabled before any schema
// is used.
config({ jitless: true });
