import type { Text } from "@/components/text/text";
import { ChipFilter } from "@/components/ui/chip-filter";
import { EmptyState } from "@/components/ui/empty-state";
import type { MessageRow } from "@/db/queries/messages";
import type { EmailPreview } from "@/server/messages/preview-email";
import { type MessageView, VIEWS } from "./search-params";

/** The message as it arrives: an email in a frame of its own, every other channel as its words. */
export function Rendered({
  row,
  preview,
  view,
  path,
  t,
}: {
  row: MessageRow;
  preview: EmailPreview | null;
  view: MessageView;
  path: string;
  t: Text;
}) {
  const { content } = row;
  if (content === null) {
    return (
      <EmptyState title={t("messages.notRendered")}>{t("messages.notRenderedBody")}</EmptyState>
    );
  }
  if (preview === null) return <Words row={row} />;
  return (
    <div className="grid gap-3">
      <ChipFilter
        label={t("messages.preview")}
        options={VIEWS.map((each) => ({
          label: t("messages.view", { view: each }),
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
          title={t("messages.frame", {
            subject: content.subject ?? "",
            view: t("messages.view", { view }),
          })}
          src={`${path}/preview`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          style={{ colorScheme: view }}
          className="h-[640px] w-full border border-ft-subtle"
        />
      )}
    </div>
  );
}

/** A message without a layout of its own: its title, body and answers. */
export function Words({ row }: { row: MessageRow }) {
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
