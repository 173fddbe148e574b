export type Topic = { key: string; label: string };

const TOPICS_MAX = 8;

/** The tabs that a page asked for by `topics="billing:Billing,reviews:Reviews"`. */
export function topicsOf(attribute: string | null): Topic[] {
  return (attribute ?? "")
    .split(",")
    .flatMap((part) => {
      const [key = "", ...label] = part.split(":").map((text) => text.trim());
      return key === "" ? [] : [{ key, label: label.join(":") || key }];
    })
    .slice(0, TOPICS_MAX);
}
