/** The first bytes of every PNG, and of its header. */
const SIGNATURE = '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR';

/** Returns the width and the height of a PNG in pixels; null for any other file. */
export function readPngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  if (String.fromCharCode(...bytes.subarray(0, SIGNATURE.length)) !== SIGNATURE || bytes.length < 24) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  return size.width > 0 && size.height > 0 ? size : null;
}
