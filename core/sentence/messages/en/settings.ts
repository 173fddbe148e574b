import type { SettingCode } from "../sentence-code";

export const settings = {
  "setting.purpose": `Purpose: {purpose, select,
    reminder {reminder} escalation {escalation} status {status update} engagement {engagement} other {unknown}}.`,
  "setting.topic": "Its messages belong to the topic {topic}.",
  "setting.start": `{hasEvent, select,
    yes {A case opens when {event} arrives{hasWhere, select, yes { and {where}} other {}}.}
    other {Cases open by hand or through the API.}}`,
  "setting.person": "A case is for {person}.",
  "setting.subject": "A case is about “{subject}”.",
  "setting.key": `{hasKey, select,
    yes {One open case per “{key}”.} other {Any number of cases may be open at a time.}}`,
  "setting.data": `{hasFields, select,
    yes {The data of its event: {fields}.} other {The data of its event is not described.}}`,
  "setting.data_field": "{name}{required, select, yes { (required)} other {}}",
  "setting.early_answer": "An answer counts up to {length} before its case opens.",
  "setting.expiry": `{hasLength, select,
    yes {Without an answer {length} after the last step, the case expires.}
    other {Without an answer after the last step, the case expires.}}`,
  "setting.messages_max": `{isSet, select,
    yes {{n, plural, one {At most # message a case.} other {At most # messages a case.}}}
    other {The usual limit of messages a case.}}`,
  "setting.days_max": `{isSet, select,
    yes {{n, plural, one {A case expires after # day at the latest.} other {A case expires after # days at the latest.}}}
    other {No limit of days.}}`,
  "setting.stage": `Stage “{name}”{class, select,
    transactional {, of transactional messages} promotional {, of promotional messages} other {}}.`,
  "setting.stage_order": "The stages in their order: {names}.",
  "setting.ending": "{of, select, resolution {When resolved} other {When it runs out}}",
  "setting.place": `In “{stage}”{hasInside, select, yes { under “{inside}”} other {}}{hasAfter, select,
    yes {, after “{after}”} other {, as the first step}}.`,
  "setting.off": "Switched off: {sentence}",
  "setting.also": "Also changed: {fields}.",
  "setting.field": `{field, select,
    title {the title} note {the note} body {the body of the request} headers {the headers of the request}
    timeoutMs {the time limit} data {the description of its event’s data} stopsWhen {what stops it}
    other {{field}}}`,
} as const satisfies Record<SettingCode, string>;
