import type { Text } from "@/components/text/text";

const WORDS = ["subject", "preheader", "title", "body"];

/** How a field of a content is called: `actions.0.url` is “Button 1”. */
export function fieldName(field: string, t: Text): string {
  const [root = "", index = "0"] = field.split(".");
  const known = WORDS.includes(root) ? root : "action";
  return t("contents.fieldName", { field: known, n: Number(index) + 1 });
}
