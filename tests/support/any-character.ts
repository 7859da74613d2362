import fc from 'fast-check';

/** Any character of Unicode. fast-check calls this unit `binary`, but needs seconds to create it. */
export const anyCharacter = fc
  .nat(0x10ffff)
  .map((code) => String.fromCodePoint(code))
  .filter((character) => character.isWellFormed());
