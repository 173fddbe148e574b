import { AppError } from "@/core/errors";

/** A form here holds a few ids and 2,000 characters at most. */
export const FORM_BYTES_MAX = 64 * 1024;

/**
 * The fields of a posted form, urlencoded or multipart (RFC 8058 allows both); none for an empty
 * body. Throws `too_large` and `malformed`.
 */
export async function readForm(request: Request): Promise<FormData> {
  const body = await readLimited(request);
  const type = request.headers.get("content-type") ?? "";
  if (body.byteLength === 0) return new FormData();
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) {
    throw new AppError("malformed", "A form was expected.");
  }
  const copy = new Response(new Uint8Array(body), { headers: { "content-type": type } });
  return copy.formData().catch((cause: unknown) => {
    throw new AppError("malformed", "The form cannot be read.", { cause });
  });
}

async function readLimited(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > FORM_BYTES_MAX) {
      await reader.cancel().catch(() => {});
      throw new AppError("too_large", "The form is too large.");
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks, size);
}

/** A text field, trimmed; empty when it is absent or a file. */
export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}
