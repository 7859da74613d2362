/** What `npm run new` writes where a person has to write the plan's own words. It must not be published. */
export const TEXT_PLACEHOLDER = 'ここに書いてください';
