/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import type { InboxBlock, InboxSpan } from "@/core/contracts/inbox";
import { IN_TEXT, safeHref, WEB } from "./links";

function Span({ span }: { span: InboxSpan }) {
  let words: ComponentChildren = span.text;
  if (span.code) words = <code>{words}</code>;
  if (span.italic) words = <em>{words}</em>;
  if (span.bold) words = <strong>{words}</strong>;
  const href = safeHref(span.href, IN_TEXT);
  if (href === null) return <>{words}</>;
  const leaves = safeHref(href, WEB) !== null;
  return (
    <a href={href} rel="noopener noreferrer" {...(leaves ? { target: "_blank" } : {})}>
      {words}
    </a>
  );
}

const spansOf = (spans: readonly InboxSpan[]) =>
  // biome-ignore lint/suspicious/noArrayIndexKey: the words of a message never change their order.
  spans.map((span, at) => <Span key={at} span={span} />);

function Block({ block }: { block: InboxBlock }) {
  switch (block.kind) {
    case "heading":
      return <p class="strong">{spansOf(block.spans)}</p>;
    case "list": {
      const Tag = block.ordered ? "ol" : "ul";
      return (
        <Tag>
          {block.items.map((spans, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            <li key={at}>{spansOf(spans)}</li>
          ))}
        </Tag>
      );
    }
    default:
      return <p>{spansOf(block.spans)}</p>;
  }
}

/** The words of a message as elements; never as markup. */
export function Blocks({ body }: { body: readonly InboxBlock[] }) {
  return (
    <>
      {body.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
        <Block key={at} block={block} />
      ))}
    </>
  );
}
