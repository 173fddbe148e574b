import { Ban, CirclePause, Globe, MailX } from "lucide-react";
import Link from "next/link";
import { LocalNow } from "@/components/people/local-now";
import { Table } from "@/components/ui/table";
import type { PageView } from "../page-view";
import type { PeopleRow } from "./load-people";

/** Email and phone, in this order: what people know each other by. Devices are only on the person's page. */
const writtenTo = (points: PeopleRow["points"]): string =>
  ["email", "sms"]
    .flatMap((channel) => points.filter((point) => point.channel === channel))
    .map(({ address }) => address)
    .join(", ");

/** The rows of the list. */
export function PeopleTable({ rows, view }: { rows: PeopleRow[]; view: PageView }) {
  const { slug, now, locale, workspaceZone, t } = view;
  const columns = [
    { label: t("people.name") },
    { label: t("people.id") },
    { label: t("people.reachedAt") },
    { label: t("people.localTime") },
    { label: t("people.language") },
    { label: t("people.problems") },
    { label: t("people.openCases"), number: true },
  ];
  const languages = new Intl.DisplayNames(locale, { type: "language" });
  return (
    <Table caption={t("people.caption")} columns={columns}>
      {rows.map(({ person, points, openCases }) => (
        <tr key={person.id}>
          <th scope="row" data-label={t("people.name")}>
            <Link
              href={`/${slug}/people/${encodeURIComponent(person.id)}`}
              className="ft-row-link block max-w-64 truncate"
            >
              {person.name ?? person.id}
            </Link>
          </th>
          <td data-label={t("people.id")} className="font-mono text-xs">
            <span className="block max-w-40 truncate" title={person.id}>
              {person.id}
            </span>
          </td>
          <td data-label={t("people.reachedAt")}>
            <span className="block max-w-72 truncate">
              {writtenTo(points) || (
                <span className="text-ft-3">
                  {points.length > 0 ? t("people.onlyDevice") : t("people.noAddress")}
                </span>
              )}
            </span>
          </td>
          <td data-label={t("people.localTime")}>
            <LocalNow now={now} zone={person.timeZone ?? workspaceZone} locale={locale} />
          </td>
          <td data-label={t("people.language")} className="text-ft-2">
            {person.locale ? languages.of(person.locale) : "–"}
          </td>
          <td data-label={t("people.problems")}>
            <Problems row={{ person, points, openCases }} view={view} />
          </td>
          <td data-label={t("people.openCases")} className="ft-number">
            {openCases.toLocaleString(locale)}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Problems({ row, view }: { row: PeopleRow; view: PageView }) {
  const { now, t } = view;
  const { person, points } = row;
  const problems = [
    { is: person.timeZone === null, icon: Globe, word: t("people.problemNoZone") },
    { is: points.length === 0, icon: MailX, word: t("people.problemNoAddress") },
    {
      is: points.some(({ suppressed }) => suppressed),
      icon: Ban,
      word: t("people.problemSuppressed"),
    },
    {
      is: person.pausedUntil !== null && person.pausedUntil.getTime() > now,
      icon: CirclePause,
      word: t("people.problemPaused"),
    },
  ].filter(({ is }) => is);
  if (problems.length === 0) return <span className="text-ft-3">{t("people.noProblem")}</span>;
  return (
    <span className="flex flex-wrap gap-1">
      {problems.map(({ word, icon: Icon }) => (
        <span key={word} className="ft-badge" data-tone="due">
          <Icon aria-hidden="true" />
          {word}
        </span>
      ))}
    </span>
  );
}
