import { UnrecognizedActionError } from "next/dist/client/components/unrecognized-action-error";
import { redirect } from "next/navigation";
import { describe, expect, it, vi } from "vitest";
import { answerOf, errorBeside, errorOf, failureOf } from "./action-answer";

const t = (key: string) => `<${key}>`;

describe("the answer of a server action", () => {
  it("is handed on as it came", async () => {
    const refused = { ok: false as const, code: "invalid", message: "No name." };
    expect(await answerOf(async () => ({ ok: true, value: 7 }), t)).toEqual({ ok: true, value: 7 });
    expect(await answerOf(async () => refused, t)).toBe(refused);
  });

  it("is a failure in words when the server cannot be reached, or no longer knows the action", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const offline = () => Promise.reject(new TypeError("Failed to fetch"));
    expect(await answerOf(offline, t)).toMatchObject({ ok: false, message: "<ui.noAnswer>" });
    expect(await answerOf(offline, t, "ui.noAnswerToast")).toMatchObject({
      message: "<ui.noAnswerToast>",
    });
    const oldPage = () => Promise.reject(new UnrecognizedActionError("Unknown action"));
    expect(await answerOf(oldPage, t)).toMatchObject({ ok: false, message: "<ui.oldPage>" });
    expect(warn).toHaveBeenCalledTimes(3);
    warn.mockRestore();
  });

  it("lets a redirect through", async () => {
    const leaving = answerOf(async () => redirect("/sign-in"), t);
    await expect(leaving).rejects.toMatchObject({ digest: expect.stringContaining("/sign-in") });
  });
});

describe("a failure", () => {
  const failure = failureOf({
    ok: false,
    code: "invalid",
    message: "Two things are wrong.",
    errors: [{ path: "name", message: "Too long." }],
  });

  it("is said at the field it is about, and beside the fields only when it is about none of them", () => {
    expect(errorOf(failure, "name")).toBe("Too long.");
    expect(errorOf(failure, "key")).toBeUndefined();
    expect(errorBeside(failure, ["name"])).toBeUndefined();
    expect(errorBeside(failure, ["key"])).toBe("Two things are wrong.");
    expect(errorBeside(undefined, [])).toBeUndefined();
  });

  it("begins with a capital below its field, unless that would change a name", () => {
    const said = (message: string) =>
      errorOf({ message, errors: [{ path: "a", message }], isConflict: false }, "a");
    expect(said("a port from 1 to 65535")).toBe("A port from 1 to 65535");
    expect(said("über 100")).toBe("Über 100");
    expect(said("data.amount is no number")).toBe("data.amount is no number");
    expect(said("invoice_paid is taken")).toBe("invoice_paid is taken");
  });

  it("is a conflict only when what was seen is old", () => {
    expect(failure.isConflict).toBe(false);
    const stale = { ok: false as const, code: "precondition_failed", message: "It changed." };
    expect(failureOf(stale)).toEqual({ message: "It changed.", errors: [], isConflict: true });
  });
});
