import { z } from "zod";

const PARAM_CHARS_MAX = 8_000;

const Param = z.string().max(PARAM_CHARS_MAX).optional().catch(undefined);

/**
 * The address of a simulation: whom it is about (`person` by id, or `madeup` as JSON), what happens
 * (`scenario` by key, `~` before a preset's, or `behaviours` as JSON), when it begins, its due date
 * and data, the event looked at (`t`), and how it is shown. `version`: the draft without one.
 */
export const SimulateParams = z.object({
  person: Param,
  madeup: Param,
  scenario: Param,
  behaviours: Param,
  start: Param,
  due: Param,
  data: Param,
  t: Param,
  version: Param,
  clock: Param,
  view: Param,
  every: Param,
});
