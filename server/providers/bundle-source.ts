import type { RenderedContent } from "@/core/delivery/rendered-content";
import { type BundleItem, bundleLines, bundleMarkdown } from "@/core/template/bundle-content";
import { bundleWords } from "@/core/template/bundle-words";
import { linksFor } from "@/server/links/urls";
import type { EmailSource } from "./email";
import type { LinkSettings } from "./source";

/** The matters a message lists; none for one that speaks for itself. */
export const itemsOf = ({ items }: RenderedContent): readonly BundleItem[] => items ?? [];

/** The words of a message that lists several, each with the buttons of the message it was planned as. */
export function listedContent(source: EmailSource, settings: LinkSettings): RenderedContent {
  const { content } = source;
  const { open } = bundleWords(content.locale);
  const body = bundleMarkdown(itemsOf(content), (item) => {
    const links = linksFor({
      ...settings,
      workspaceId: source.workspaceId,
      messageId: item.messageId,
      content: { body: "", actions: item.actions },
      tracked: false,
    });
    const buttons = item.actions.map(({ id, label }) => ({ label, url: links.action(id) }));
    return buttons.length > 0 ? buttons : [{ label: open, url: links.view }];
  });
  return { ...content, body, actions: [] };
}

/** Why somebody gets a list: the line at its foot. */
export const whyListed = ({ locale, items }: RenderedContent): string =>
  bundleWords(locale).why((items ?? []).length);

/** A list in plain lines; null for a message that is none. */
export const linesOf = (content: RenderedContent): string | null =>
  itemsOf(content).length === 0 ? null : bundleLines(itemsOf(content));
