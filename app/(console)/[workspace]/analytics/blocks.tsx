import type { ReactNode } from "react";
import type { TextKey } from "@/components/text/messages";
import { AdviceBlock } from "./advice-block";
import { BoardBlock } from "./board-block";
import { ChannelsBlock } from "./channels-block";
import { FunnelBlock } from "./funnel-block";
import { HealthBlock } from "./health-block";
import { HeatBlock } from "./heat-block";
import { KpiBlock } from "./kpi-block";
import type { ReportPage } from "./report-page";
import { TimeBlock } from "./time-block";
import { TrendSection } from "./trend-section";
import { WorkflowsBlock } from "./workflows-block";

/** A part of the page that is read by itself, and may fail by itself. */
export type Block = {
  id: string;
  name: TextKey;
  /** About as high as it will be, in pixels, so that nothing moves when it comes. */
  height: number;
  Part: (props: { page: ReportPage }) => Promise<ReactNode>;
};

/** The blocks of the page in their order. */
export const BLOCKS: readonly Block[] = [
  { id: "numbers", name: "analytics.numbers", height: 312, Part: KpiBlock },
  { id: "trend", name: "analytics.trend", height: 420, Part: TrendSection },
  { id: "funnel", name: "analytics.funnel", height: 460, Part: FunnelBlock },
  { id: "time", name: "analytics.time", height: 760, Part: TimeBlock },
  { id: "board", name: "blocks.board", height: 320, Part: BoardBlock },
  { id: "channels", name: "blocks.channels", height: 320, Part: ChannelsBlock },
  { id: "heat", name: "blocks.heat", height: 320, Part: HeatBlock },
  { id: "workflows", name: "blocks.workflows", height: 320, Part: WorkflowsBlock },
  { id: "health", name: "blocks.health", height: 320, Part: HealthBlock },
  { id: "advice", name: "advice.title", height: 0, Part: AdviceBlock },
];
