import { AppError } from "@/core/errors";

export const BODY_BYTES_MAX = 10 * 1024 * 1024;

const tooLarge = () => new AppError("too_large", "A request's body can be 10 MiB at most.");

/** The whole body, counted while it arrives: a sender that lies about its length is cut off at the limit. */
export async function readBody(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > BODY_BYTES_MAX) throw tooLarge();
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
    if (size > BODY_BYTES_MAX) {
      await reader.cancel().catch(() => {});
      throw tooLarge();
    }
    chunks.push(value);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size);
}
