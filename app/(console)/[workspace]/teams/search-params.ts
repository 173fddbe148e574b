import { z } from "zod";
import type { AddressParams } from "@/core/filter/address";
import { type ListAddress, readListAddress } from "@/core/filter/list-address";
import { TEAM_LIST } from "@/core/filter/team-fields";

const text = z.string().trim().min(1).max(200).optional().catch(undefined);

/** What the tester is asked, so that an answer can be shown to a colleague; beside it stands the list's address. */
export const TeamsParams = z.object({ ask: text, at: text, person: text });
export type TeamsParams = z.infer<typeof TeamsParams>;

/** The address of the list of teams. What it cannot read is left out, so that an old link still opens. */
export const teamsAddress = (params: AddressParams): ListAddress =>
  readListAddress(TEAM_LIST, params);
