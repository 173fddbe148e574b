/** The builder of conditions. */
export const conditions = {
  addGroup: "Add group",
  addRow: "Add condition",
  always: "No condition: always true.",
  asRows: "Show as rows",
  asText: "Show as expression",
  chooseField: "Choose a field",
  date: "Date",
  field: "Field",
  fieldExample: "{name}, e.g. {example}",
  group: "Group of conditions",
  groupCase: "The case",
  groupData: "The event’s data",
  groupMessages: "Messages sent before",
  groupPerson: "The person",
  join: "How they hang together",
  joinAnd: "All of these",
  joinOr: "Any of these",
  messageField:
    "{step}: {field, select, opened {opened} clicked {clicked} replied {replied to} sentAt {sent at} deliveredAt {delivered at} other {{field}}}",
  none: "No condition.",
  op: `{op, select,
    is {is} is_not {is not} over {is over} at_least {is at least} under {is under} at_most {is at most}
    contains {contains} not_contains {does not contain} starts_with {begins with} ends_with {ends with}
    has_item {includes} one_of {is one of} none_of {is none of} yes {is true} no {is false}
    known {is known} unknown {is not known} given {is there} not_given {is missing} empty {is empty}
    before {is before} from {is on or after} past {has passed} ahead {is still to come}
    less_ahead {is away less than} other {is ago at least}}`,
  operator: "Comparison",
  otherField: "Another field…",
  path: "Path of the field",
  pathWrong:
    "A dotted path that begins with data, person, case, messages, history, open, due or now.",
  raw: "Expression",
  rawOnly: "This expression says more than rows can show.",
  rawProblem: "Line {line}{column, plural, =0 {} other {, column {column}}}: {message}",
  rawUnfinished: "Needed: an expression such as data.amount > 100.",
  removeRow: "Remove condition",
  unfinished: "Not finished: every condition needs a field and a value.",
  unitSecond: "seconds",
  value: "Value",
  values: "Values",
  valuesHint: "A, B, C",
} as const;
