import { storableText } from "@/core/text";

/** Read of an answer at most: an endpoint that talks without end is not listened to. */
export const ANSWER_READ_MAX = 65_536;
/** Kept of it. */
export const ANSWER_KEPT_CHARS = 1_024;

/** The beginning of an answer as text, whatever it is; the rest is not waited for. */
export async function firstWords(response: Response): Promise<string> {
  if (!response.body) return "";
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    while (bytes < ANSWER_READ_MAX) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      bytes += value.byteLength;
    }
  } catch {
    // It broke off: what came counts.
  }
  void reader.cancel().catch(() => {});
  const text = Buffer.concat(chunks).subarray(0, ANSWER_READ_MAX).toString("utf8");
  return kept(text);
}

/** As much as the log keeps, and nothing that PostgreSQL takes for no text. */
export const kept = (text: string): string => storableText(text.slice(0, ANSWER_KEPT_CHARS));
