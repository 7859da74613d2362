/** True in `npm run test:full`, which tests every page in every way; `npm test` leaves out what pages share. */
export const isFull = process.env.FULL === '1';
