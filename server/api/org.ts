import { importOrg } from "@/server/org/import-org";
import { api } from "./base";

export const org = {
  import: api.org.import.handler(({ input, context }) =>
    importOrg(context.ctx, context.caller, input.body),
  ),
};
