import { inflateRawSync } from "node:zlib";

const centralFile = 0x02014b50;
const endOfCentral = 0x06054b50;
const mostFiles = 1_000;

/**
 * How large a zip file is once unpacked, or that it is larger than `most`. What the file itself says is believed only when it
 * says too much; otherwise each part is unpacked as far as the limit, so that a small number in front of a bomb does not help.
 */
export function unpacksTo(bytes: Uint8Array, most: number): number | "too-big" | "broken" {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const files = filesIn(view);
  if (files === null) return "broken";
  const said = files.reduce((sum, file) => sum + file.unpacked, 0);
  if (files.length > mostFiles || said > most) return "too-big";
  let total = 0;
  for (const { method, packed, at } of files) {
    if (at + 30 > bytes.length) return "broken";
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const part = bytes.subarray(start, start + packed);
    const size = method === 0 ? part.length : sizeOf(part, most - total);
    if (typeof size === "string") return size;
    total += size;
    if (total > most) return "too-big";
  }
  return total;
}

interface Packed {
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Where its own header begins. */
  readonly at: number;
}

function filesIn(view: DataView): Packed[] | null {
  let end = view.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== endOfCentral) end--;
  if (end < 0) return null;
  const files: Packed[] = [];
  let at = view.getUint32(end + 16, true);
  for (let n = view.getUint16(end + 10, true); n > 0; n--) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== centralFile) return null;
    files.push({
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return files;
}

function sizeOf(part: Uint8Array, most: number): number | "too-big" | "broken" {
  try {
    return inflateRawSync(part, { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    return error instanceof RangeError || (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE"
      ? "too-big"
      : "broken";
  }
}
