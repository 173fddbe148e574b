import type { Metadata } from "next";
import { pageView } from "../../page-view";
import { ImportPage } from "../import-page";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await pageView((await params).workspace)).t("people.importTitle") };
}

export default async function PeopleImport({ params }: Props) {
  return <ImportPage view={await pageView((await params).workspace)} />;
}
