import type { Metadata } from "next";
import { pageView } from "../page-view";
import { reportPage } from "./report-page";
import { ReportView } from "./report-view";

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await pageView((await params).workspace)).t("analytics.title") };
}

export default async function AnalyticsPage({ params, searchParams }: Props) {
  const view = await pageView((await params).workspace);
  return <ReportView page={await reportPage(view, await searchParams)} />;
}
