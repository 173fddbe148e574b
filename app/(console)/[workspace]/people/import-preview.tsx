"use client";

import { useLocale, useText } from "@/components/text/text-provider";
import { Table } from "@/components/ui/table";
import type { ImportPreview } from "@/server/people/import-people";

/** How many are new, changed, the same and refused. */
export function Counts({ counts, done }: { counts: ImportPreview["counts"]; done: boolean }) {
  const t = useText();
  const locale = useLocale();
  const shown = [
    [t(done ? "people.created" : "people.toCreate"), counts.created],
    [t(done ? "people.changed" : "people.toChange"), counts.changed],
    [t("people.same"), counts.same],
    [t("people.refused"), counts.refused],
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-px border-y border-ft-subtle bg-(--ft-border-subtle) sm:grid-cols-4">
      {shown.map(([word, n]) => (
        <div key={word} className="bg-ft-surface px-4 py-3">
          <dt className="text-xs text-ft-3">{word}</dt>
          <dd className="ft-figures text-lg font-semibold">{n.toLocaleString(locale)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What each column is read as, and the first rows under it. */
export function PreviewTables({ preview }: { preview: ImportPreview }) {
  const t = useText();
  const { columns, sample } = preview;
  const shown = columns.map((column, at) => ({ ...column, at }));
  const ignored = columns.filter(({ field, name }) => field === null && !name.startsWith("_"));
  return (
    <>
      {ignored.length > 0 ? (
        <p className="text-ft-2">
          {t("people.importIgnored", {
            n: ignored.length,
            names: ignored.map(({ name }) => name || "–").join(", "),
          })}
        </p>
      ) : null}
      <Table
        caption={t("people.importSample")}
        cards={false}
        columns={[
          { label: t("people.line"), number: true },
          ...columns.map(({ name, field }, i) => ({
            label:
              field === null ? `${name || i + 1} ✕` : name === field ? name : `${name} → ${field}`,
          })),
        ]}
      >
        {sample.map(({ line, cells }) => (
          <tr key={line}>
            <td className="ft-number text-ft-3">{line}</td>
            {shown.map(({ at, field }) => (
              <td key={at} className={field === null ? "text-ft-3 line-through" : ""}>
                <span className="block max-w-60 truncate">{cells[at]}</span>
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </>
  );
}

/** What each line, and each department, would write. */
export function DoneLists({ lines, teams }: Pick<ImportPreview, "lines" | "teams">) {
  const t = useText();
  return (
    <>
      <DoneTable title={t("people.importDepartments")} rows={teams} />
      <DoneTable title={t("people.importLines")} rows={lines} />
    </>
  );
}

function DoneTable({
  title,
  rows,
}: {
  title: string;
  rows: readonly (ImportPreview["teams"][number] & { line?: number })[];
}) {
  const t = useText();
  if (rows.length === 0) return null;
  const numbered = rows.some(({ line }) => line !== undefined);
  return (
    <section aria-label={title} className="grid gap-2">
      <h3 className="font-semibold">{title}</h3>
      <Table
        caption={title}
        columns={[
          ...(numbered ? [{ label: t("people.line"), number: true }] : []),
          { label: t("people.name") },
          { label: t("people.importWhat") },
        ]}
      >
        {rows.map(({ line, name, result, changes }) => (
          <tr key={`${line} ${name}`}>
            {numbered ? (
              <td className="ft-number md:w-24" data-label={t("people.line")}>
                {line}
              </td>
            ) : null}
            <td data-label={t("people.name")}>{name}</td>
            <td data-label={t("people.importWhat")}>
              {t("people.importIs", { result })}{" "}
              <code className="text-xs break-words">{changes.join(", ")}</code>
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

/** Lines that are not taken, each with the reason. */
export function RefusedList({
  refused,
  total,
}: {
  refused: ImportPreview["refused"];
  total: number;
}) {
  const t = useText();
  if (refused.length === 0) return null;
  return (
    <section aria-labelledby="import-refused" className="grid gap-2">
      <h3 id="import-refused" className="font-semibold">
        {t("people.importRefused", { n: total })}
      </h3>
      <Table
        caption={t("people.importRefused", { n: total })}
        columns={[{ label: t("people.line"), number: true }, { label: t("people.reason") }]}
      >
        {refused.map(({ line, errors }) => (
          <tr key={line}>
            <td className="ft-number md:w-24" data-label={t("people.line")}>
              {line}
            </td>
            <td data-label={t("people.reason")}>
              {errors.map(({ path, message }) => (
                <span key={`${path} ${message}`} className="block">
                  {path ? <code className="text-xs">{path}</code> : null} {message}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </Table>
      {total > refused.length ? (
        <p className="text-xs text-ft-3">{t("people.importMore", { n: total - refused.length })}</p>
      ) : null}
    </section>
  );
}
