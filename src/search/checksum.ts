const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** CRC-32 (IEEE 802.3, as in gzip and PNG) of bytes. */
export function computeChecksum(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = (rest >>> 8) ^ (table[(rest ^ byte) & 255] ?? 0);
  return (rest ^ 0xffffffff) >>> 0;
}

/** What stands at the head of a file and says where it belongs: the checksum of its name with its index's folder. */
export function computePathChecksum(folder: string, name: string): number {
  return computeChecksum(new TextEncoder().encode(folder + name));
}
