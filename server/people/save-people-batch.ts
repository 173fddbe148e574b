import type { Actor } from "@/core/case/state";
import { type InlinePerson, type PeopleBatchResult, PersonInput } from "@/core/contracts/people";
import type { WorkspaceId } from "@/core/ids";
import type { Ctx } from "@/server/context";
import { fieldErrors } from "@/server/http/field-errors";
import { newId } from "@/server/new-id";
import { saveEach } from "./save-people";

/** Makes or replaces many people; one that is not valid is named in its result and stops no other. */
export async function savePeopleBatch(
  ctx: Ctx,
  who: { workspaceId: WorkspaceId; actor: Actor },
  inputs: readonly unknown[],
): Promise<PeopleBatchResult> {
  const parsed = inputs.map((input) => PersonInput.safeParse(input));
  const people = parsed.map(
    ({ data }): InlinePerson | undefined => data && { ...data, id: data.id ?? newId() },
  );
  const { created, refused } = await saveEach(
    ctx,
    who,
    people.filter((person) => person !== undefined),
  );
  const results = people.map((person, i): PeopleBatchResult["results"][number] => {
    const errors = person ? refused.get(person.id) : fieldErrors(parsed[i]?.error?.issues ?? []);
    if (person && !errors) return { id: person.id, created: created.has(person.id), error: null };
    const error = { code: "invalid", detail: "This person is not valid.", errors: errors ?? [] };
    return { id: person?.id ?? idOf(inputs[i]), created: false, error };
  });
  return { results };
}

function idOf(input: unknown): string | null {
  const id = typeof input === "object" && input !== null && "id" in input ? input.id : null;
  return typeof id === "string" ? id : null;
}
