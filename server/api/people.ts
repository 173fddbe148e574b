import type { InlinePerson, Person, Preferences } from "@/core/contracts/people";
import { AppError } from "@/core/errors";
import { findPerson, listPeople } from "@/db/queries/people";
import { consentShape, readLedger } from "@/server/consents/read-ledger";
import { recordConsent } from "@/server/consents/record-consent";
import { etagOf, ifMatchTag } from "@/server/http/etag";
import { newId } from "@/server/new-id";
import { addAddress, removeAddress } from "@/server/people/change-addresses";
import { erasePerson } from "@/server/people/erase-person";
import { exportPerson } from "@/server/people/export-person";
import { personShapes } from "@/server/people/person-shape";
import { makePreferenceLink } from "@/server/people/preference-link";
import { preferencesTag, readPreferences } from "@/server/people/preferences";
import { readManagers } from "@/server/people/read-managers";
import { savePeople } from "@/server/people/save-people";
import { savePeopleBatch } from "@/server/people/save-people-batch";
import { savePreferences } from "@/server/people/save-preferences";
import { type ApiContext, answerCreated, api, found, readerOf } from "./base";

async function readPerson({ ctx, caller }: ApiContext, id: string): Promise<Person> {
  const row = found(await findPerson(ctx.db, caller.workspaceId, id), "person");
  const [shape] = await personShapes(ctx.db, caller.workspaceId, [row]);
  return found(shape, "person");
}

async function save(context: ApiContext, input: InlinePerson): Promise<Person> {
  const { created } = await savePeople(context.ctx, context.caller, [input]);
  answerCreated(context, created.has(input.id));
  return readPerson(context, input.id);
}

function answerPreferences(context: ApiContext, preferences: Preferences): Preferences {
  context.reply.headers.set("etag", etagOf(preferencesTag(preferences)));
  return preferences;
}

async function contactPointsOf(context: ApiContext, id: string) {
  const { contactPoints } = await readPerson(context, id);
  return { contactPoints };
}

export const people = {
  list: api.people.list.handler(async ({ input, context }) => {
    const { ctx, caller } = context;
    const { rows, nextCursor } = await listPeople(
      ctx.db,
      caller.workspaceId,
      input.query,
      input.query,
    );
    return { data: await personShapes(ctx.db, caller.workspaceId, rows), nextCursor };
  }),
  create: api.people.create.handler(({ input, context }) =>
    save(context, { ...input.body, id: input.body.id ?? newId() }),
  ),
  batch: api.people.batch.handler(({ input, context }) =>
    savePeopleBatch(context.ctx, context.caller, input.body.people),
  ),
  get: api.people.get.handler(({ input, context }) => readPerson(context, input.params.id)),
  put: api.people.put.handler(({ input, context }) => {
    const { id } = input.params;
    if (input.body.id !== undefined && input.body.id !== id) {
      const errors = [{ path: "id", message: `the address says ${id}` }];
      throw new AppError("invalid", "The body names another person than the address.", { errors });
    }
    return save(context, { ...input.body, id });
  }),
  delete: api.people.delete.handler(({ input, context }) =>
    erasePerson(context.ctx, context.caller, input.params.id),
  ),
  export: api.people.export.handler(async ({ input, context }) => {
    const { ctx, caller } = context;
    const kept = await exportPerson(ctx, caller.workspaceId, input.params.id, readerOf(context));
    return found(kept, "person");
  }),
  managers: api.people.managers.handler(async ({ input, context }) => {
    const { ctx, caller } = context;
    found(await findPerson(ctx.db, caller.workspaceId, input.params.id), "person");
    return { data: await readManagers(ctx.db, caller.workspaceId, input.params.id) };
  }),
  preferenceLink: api.people.preferenceLink.handler(({ input, context }) =>
    makePreferenceLink(context.ctx, context.caller, input.params.id),
  ),
  consents: {
    list: api.people.consents.list.handler(async ({ input, context }) => {
      const { ctx, caller } = context;
      found(await findPerson(ctx.db, caller.workspaceId, input.params.id), "person");
      return readLedger(ctx.db, caller.workspaceId, input.params.id);
    }),
    record: api.people.consents.record.handler(async ({ input, context }) => {
      const { ctx, caller } = context;
      return consentShape(await recordConsent(ctx, caller, input.params.id, input.body));
    }),
  },
  contactPoints: {
    add: api.people.contactPoints.add.handler(async ({ input, context }) => {
      await addAddress(context.ctx, context.caller, input.params.id, input.body);
      return contactPointsOf(context, input.params.id);
    }),
    remove: api.people.contactPoints.remove.handler(async ({ input, context }) => {
      await removeAddress(context.ctx, context.caller, input.params.id, input.body);
      return contactPointsOf(context, input.params.id);
    }),
  },
  preferences: {
    get: api.people.preferences.get.handler(async ({ input, context }) => {
      const { ctx, caller } = context;
      const read = await readPreferences(ctx.db, caller.workspaceId, input.params.id);
      return answerPreferences(context, found(read, "person"));
    }),
    put: api.people.preferences.put.handler(async ({ input, context }) => {
      const { ctx, caller, headers } = context;
      const ifMatch = ifMatchTag(headers.get("if-match"));
      const saved = await savePreferences(ctx, caller, input.params.id, input.body, { ifMatch });
      return answerPreferences(context, saved);
    }),
  },
};
