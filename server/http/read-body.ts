import { AppError } from "@/core/errors";

export const BODY_BYTES_MAX = 10 * 1024 * 1024;

const KIB = 1024;

const tooLarge = (bytesMax: number) => {
  const kib = bytesMax / KIB;
  const most = kib < KIB ? `${kib} KiB` : `${kib / KIB} MiB`;
  return new AppError("too_large", `A request's body can be ${most} at most.`);
};

/** The whole body, counted while it arrives: a sender that lies about its length is cut off at the limit. */
export async function readBody(
  request: Request,
  bytesMax: number = BODY_BYTES_MAX,
): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > bytesMax) throw tooLarge(bytesMax);
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new AppError("malformed", "The body broke off before its end.", { cause });
    });
    if (done) break;
    size += value.byteLength;
    if (size > bytesMax) {
      await reader.cancel().catch(() => {});
      throw tooLarge(bytesMax);
    }
    chunks.push(value);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size);
}
