import { expect, it, test } from "vitest";
import { fittingAction } from "./fitting-action";
import { intentOf } from "./intent";

type Action = Parameters<typeof fittingAction>[2][number];

const complete = (id: string, label: string): Action => ({
  ...{ id, label, kind: "complete", url: null, choices: [] },
});
const choice = (id: string, choices: string[]): Action => ({
  ...{ id, label: "Choose", kind: "choice", url: null, choices },
});

const buttonFor = (text: string, actions: readonly Action[]) => {
  const found = fittingAction(text, intentOf(text, "email"), actions);
  return found && [found.action.id, ...(found.choice === undefined ? [] : [found.choice])];
};

const paid = complete("paid", "I have paid");
const seen = complete("seen", "Mark as reviewed");
const not = complete("no", "I cannot do it");

test.each([
  ["paid", [paid], ["paid"]],
  ["Schon bezahlt!", [paid, seen], ["paid"]],
  ["bezahlt", [complete("erledigt", "Rechnung bezahlt")], ["erledigt"]],
  ["done", [seen], ["seen"]],
  ["done", [seen, not], ["seen"]],
  ["erledigt", [complete("a", "Erledigt"), complete("b", "Weitergegeben")], ["a"]],
  ["Later", [choice("when", ["This week", "Later"])], ["when", "Later"]],
  ["this week!", [choice("when", ["This week", "Later"])], ["when", "This week"]],
  ["Mark as reviewed", [seen, paid], ["seen"]],
] satisfies [string, Action[], string[]][])(
  "“%s” stands for a button",
  (text, actions, expected) => {
    expect(buttonFor(text, actions)).toEqual(expected);
  },
);

it("stands for none when none fits, or more than one", () => {
  expect(buttonFor("paid", [seen])).toBeNull();
  expect(buttonFor("done", [seen, complete("other", "Other")])).toBeNull();
  expect(buttonFor("done", [not])).toBeNull();
  expect(buttonFor("paid", [paid, complete("part", "I paid a part")])).toBeNull();
  expect(buttonFor("Later", [choice("a", ["Later"]), choice("b", ["Later"])])).toBeNull();
  expect(buttonFor("What do you mean by done", [seen])).toBeNull();
  expect(buttonFor("", [choice("a", [""])])).toBeNull();
});
