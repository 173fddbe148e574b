"use client";

import { Columns3, Download } from "lucide-react";
import { useLocale, useText } from "@/components/text/text-provider";
import { IconButton } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Menu } from "@/components/ui/menu";
import { PAGE_SIZES, viewQuery } from "@/core/filter/list-address";
import { useList } from "./list-context";

/** Which columns and how many rows a page has, and the list as a file. */
export function ListOptions({
  columns,
  sorts,
  fixed,
  exportPath,
}: {
  columns: readonly { id: string; label: string }[];
  /** The orders, by name; choosing the one in force turns it round. */
  sorts: readonly { id: string; label: string }[];
  /** The column that is always there. */
  fixed: string;
  exportPath: string;
}) {
  const t = useText();
  const locale = useLocale();
  const { list, address, go } = useList();
  const chosen = new Set(address.columns);
  const act = (id: string) => {
    const size = PAGE_SIZES.find((one) => id === `size:${one}`);
    if (size) return go({ size });
    const sort = sorts.find((one) => id === `sort:${one.id}`);
    if (sort) {
      const isSame = address.sort.by === sort.id;
      const usual = !list.ascending?.includes(sort.id);
      return go({ sort: { by: sort.id, desc: isSame ? !address.sort.desc : usual } });
    }
    if (id === "usual") return go({ columns: list.usual });
    const next = list.columns.filter((one) => (one === id ? !chosen.has(id) : chosen.has(one)));
    go({ columns: next });
  };
  const query = viewQuery(list, { ...address, columns: list.usual });
  return (
    <>
      <Menu
        label={t("lists.display")}
        align="end"
        onAction={act}
        several
        selected={[...chosen, `size:${address.size}`, `sort:${address.sort.by}`]}
        sections={[
          {
            heading: t("lists.sortBy"),
            items: sorts.map(({ id, label }) => ({
              id: `sort:${id}`,
              label,
              ...(address.sort.by === id
                ? { note: t(address.sort.desc ? "lists.descending" : "lists.ascending") }
                : {}),
            })),
          },
          {
            heading: t("lists.columns"),
            items: [
              ...columns.filter(({ id }) => id !== fixed),
              { id: "usual", label: t("lists.usualColumns") },
            ],
          },
          {
            heading: t("lists.rowsPerPage"),
            items: PAGE_SIZES.map((size) => ({
              id: `size:${size}`,
              label: new Intl.NumberFormat(locale).format(size),
            })),
          },
        ]}
        trigger={
          <IconButton label={t("lists.display")}>
            <Columns3 aria-hidden="true" />
          </IconButton>
        }
      />
      <ButtonLink
        href={query ? `${exportPath}?${query}` : exportPath}
        prefetch={false}
        download
        look="tertiary"
        aria-label={t("lists.exportCsv")}
        title={t("lists.exportCsv")}
        className="button--icon-only"
      >
        <Download aria-hidden="true" />
      </ButtonLink>
    </>
  );
}
