import type { RenderedContent } from "@/core/delivery/rendered-content";
import {
  type BundleItem,
  type BundleLink,
  bundleItemMarkdown,
  bundleLines,
  bundleMarkdown,
  bundleNames,
} from "@/core/template/bundle-content";
import { bundleWords } from "@/core/template/bundle-words";
import type { EmailMatter } from "@/core/template/email-html";
import { linksFor } from "@/server/links/urls";
import type { EmailSource } from "./email";
import type { LinkSettings } from "./source";

/** The matters a message lists; none for one that speaks for itself. */
export const itemsOf = ({ items }: RenderedContent): readonly BundleItem[] => items ?? [];

type Listed = { content: RenderedContent; matters: EmailMatter[] };

/**
 * The words of a message that lists several, each with the buttons of the message it was planned as;
 * one without buttons leads to its own page. `content` is the whole for plain text.
 */
export function listedContent(source: EmailSource, settings: LinkSettings): Listed {
  const { content } = source;
  const { open } = bundleWords(content.locale);
  const linksOf = (item: BundleItem): BundleLink[] => {
    const links = linksFor({
      ...settings,
      workspaceId: source.workspaceId,
      messageId: item.messageId,
      content: { body: "", actions: item.actions },
      tracked: false,
    });
    const buttons = item.actions.map(({ id, label }) => ({ label, url: links.action(id) }));
    return buttons.length > 0 ? buttons : [{ label: open, url: links.view }];
  };
  const items = itemsOf(content);
  const named = items.filter(isNamedOnly);
  const spoken = items.filter((item) => !isNamedOnly(item));
  const matters = spoken.map((item): EmailMatter => {
    const isQuoted = item.actions.length > 0;
    return isQuoted
      ? { body: bundleItemMarkdown(item), buttons: linksOf(item) }
      : { body: bundleMarkdown([item], linksOf), buttons: [] };
  });
  const names = bundleNames(named, (item) => linksOf(item)[0]?.url ?? "");
  if (named.length > 0) matters.push({ body: names, buttons: [] });
  const parts = [bundleMarkdown(spoken, linksOf), names].filter((part) => part !== "");
  return { content: { ...content, body: parts.join("\n\n---\n\n"), actions: [] }, matters };
}

/** Far down a long list: nothing is quoted, and no buttons are shown. */
const isNamedOnly = ({ text, actions }: BundleItem) => text === "" && actions.length === 0;

/** Why somebody gets a list: the line at its foot. */
export const whyListed = ({ locale, items }: RenderedContent): string =>
  bundleWords(locale).why((items ?? []).length);

/** A list in plain lines; null for a message that is none. */
export const linesOf = (content: RenderedContent): string | null =>
  itemsOf(content).length === 0 ? null : bundleLines(itemsOf(content), content.locale);
