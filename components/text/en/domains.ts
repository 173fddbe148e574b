export const domains = {
  title: "Sending domains",
  lead: "What receivers of your email look up before they believe it is yours. Asked anew each time this page is opened.",
  empty: "No email account names a sender yet",
  emptyText: "Add one under <a>Channels</a>; its domain is then looked up here.",
  asking: "Asking name servers",
  again: "Check again",
  repliesTo: "Replies to {domain}",
  summary:
    "{problems, plural, =0 {{unknown, plural, =0 {Nothing stands in the way.} other {Nothing is known to stand in the way.}}} one {One thing stands in the way.} other {# things stand in the way.}}{unknown, plural, =0 {} one { One check could not be made.} other { # checks could not be made.}}",
  check_spf: "SPF: which servers may send",
  check_dkim: "DKIM: the signature",
  check_dmarc: "DMARC: what happens to forged mail",
  check_replies: "MX: where replies arrive",
  level_good: "Good",
  level_advice: "Could be better",
  level_problem: "To be mended",
  level_unknown: "Not known",
  spf_good:
    "The record is well formed and takes {lookups, plural, one {# lookup} other {# lookups}} of 10.",
  spf_missing:
    "There is no record. Add a TXT record that begins with v=spf1 and names the servers of your provider.",
  spf_several: "There is more than one record, so receivers use none. Join them into one.",
  spf_broken: "“{term}” means nothing in it, so receivers use none of the record.",
  spf_too_many_lookups:
    "It takes {lookups} lookups and more than {most} count as an error. Leave out includes that are no longer used.",
  spf_open: "It lets every server in the world send for this domain. End it with -all or ~all.",
  spf_no_end: "It does not say what holds for all other servers. End it with -all or ~all.",
  dkim_good: "The selector “{selector}” has a key of {bits} bits.",
  dkim_missing:
    "The selector “{selector}” has no key. {whose, select, own {Copy the record shown at the account under Channels.} other {Copy the record that your provider shows for it.}}",
  dkim_not_found:
    "No key was found under the usual selectors. Mail may be signed with one of another name: look for s= in the DKIM-Signature of an email you received.",
  dkim_revoked: "The key of the selector “{selector}” is empty: it was withdrawn.",
  dkim_broken: "The record of the selector “{selector}” holds no key that can be read.",
  dkim_short: "The key of the selector “{selector}” is short. Receivers ask for 2048 bits of RSA.",
  dkim_testing:
    "The key of the selector “{selector}” is marked as a trial (t=y), so receivers treat mail as unsigned.",
  dmarc_good: "Mail that proves nothing is to be treated as “{policy}”, and reports are sent.",
  dmarc_none:
    "The policy is “none”: enough for large receivers, and forged mail still arrives. Go on to “quarantine” once reports look right.",
  dmarc_missing:
    "There is no policy. Gmail, Yahoo and Microsoft ask senders of many emails for one: add a TXT record such as v=DMARC1; p=none; rua=mailto:you@your-domain.",
  dmarc_several: "There is more than one record, so receivers use none.",
  dmarc_broken: "The record cannot be read: it needs p=none, p=quarantine or p=reject.",
  dmarc_no_reports:
    "The policy is “{policy}”, and nobody is told what fails. Add rua=mailto: and an address.",
  replies_good: "Replies go to {server}.",
  replies_missing: "There is no MX record, so replies are lost. Point one at this installation.",
  not_answered: "The name server did not answer ({why}). This says nothing about the domain.",
} as const;
