import { ChipFilter } from "@/components/ui/chip-filter";
import { EmptyState } from "@/components/ui/empty-state";
import type { MessageRow } from "@/db/queries/messages";
import type { EmailPreview } from "@/server/messages/preview-email";
import { type MessageView, VIEWS } from "./search-params";

const WORDS = {
  light: "Light",
  dark: "Dark",
  text: "Plain text",
  headers: "Headers",
} as const satisfies Record<MessageView, string>;

/** The message as it arrives: an email in a frame of its own, every other channel as its words. */
export function Rendered({
  row,
  preview,
  view,
  path,
}: {
  row: MessageRow;
  preview: EmailPreview | null;
  view: MessageView;
  path: string;
}) {
  const { content } = row;
  if (content === null) {
    return (
      <EmptyState title="Nothing was rendered.">
        A message is rendered in the moment it is handed over. This one has not come that far.
      </EmptyState>
    );
  }
  if (preview === null) return <Words row={row} />;
  return (
    <div className="grid gap-3">
      <ChipFilter
        label="Preview"
        options={VIEWS.map((each) => ({
          label: WORDS[each],
          href: `${path}?view=${each}`,
          current: each === view,
        }))}
      />
      {view === "text" ? (
        <pre className="overflow-x-auto border border-ft-subtle bg-ft-surface p-4 text-xs whitespace-pre-wrap">
          {preview.text}
        </pre>
      ) : view === "headers" ? (
        <dl className="grid gap-x-4 gap-y-1 border border-ft-subtle bg-ft-surface p-4 font-mono text-xs sm:grid-cols-[auto_minmax(0,1fr)]">
          {preview.headers.map(({ name, value }) => (
            <div key={name} className="sm:col-span-2 sm:grid sm:grid-cols-subgrid">
              <dt className="text-ft-3">{name}</dt>
              <dd className="break-all">{value}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <iframe
          key={view}
          title={`Email “${content.subject ?? ""}”, ${WORDS[view].toLowerCase()}`}
          src={`${path}/preview`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          style={{ colorScheme: view }}
          className="h-[640px] w-full border border-ft-subtle"
        />
      )}
    </div>
  );
}

function Words({ row }: { row: MessageRow }) {
  const { content } = row;
  return (
    <div className="max-w-md rounded-lg border border-ft-subtle bg-ft-surface p-4">
      {content?.title ? <p className="font-semibold">{content.title}</p> : null}
      <p className="whitespace-pre-wrap">{content?.body}</p>
      {content && content.actions.length > 0 ? (
        <ul className="mt-3 flex flex-wrap gap-2">
          {content.actions.map(({ id, label }) => (
            <li key={id} className="rounded-md border border-ft-border px-2 py-1 text-xs">
              {label}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
