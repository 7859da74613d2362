/** True in `npm run test:full`, which tests every page and case in every way; `npm test` tests a part of them. */
export const isFull = process.env.FULL === '1';
