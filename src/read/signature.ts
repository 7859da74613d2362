const beginsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, at) => bytes[at] === byte);

/** True for the bytes of a ZIP archive, as .xlsx is one. Two letters alone may well begin a text. */
export function isZipArchive(bytes: Uint8Array): boolean {
  return beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
}

/** True for the container of Excel 97 to 2003, and of Excel files with a password. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
}
