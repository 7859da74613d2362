import { config } from 'zod';

// Zod tries whether it may make functions from text, which the content security policy forbids and reports. Imported
// before any schema is used, this says not to try.
config({ jitless: true });
