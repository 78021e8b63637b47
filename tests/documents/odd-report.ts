import { compileReport, lastTime } from "../../src/round/compile.ts";
import { noDecisions } from "../../src/round/decision.ts";
import type { Report } from "../../src/round/report.ts";
import { answered, itemOf, measure, planWith, roundOf } from "./sample-report.ts";

/** What people do write, and what somebody might try. */
export const odd = {
  script: "<script>alert(1)</script>",
  attribute: `" onmouseover="alert(1)`,
  javascript: "[trykk her](javascript:alert(1)) og [her](data:text/html,x)",
  image: "![spor](https://sporing.example/pixel.png)",
  pipes: "før | etter | *fet* _kursiv_ `kode` ~~strøk~~ #1",
  emoji: "Ferdig 👩‍👩‍👧‍👦🎉 e\u0301",
  hebrew: "שלום עולם ✓",
  control: "før\u0000\u0007\u001B[31metter",
  half: "før\uD83Detter",
  formula: `=HYPERLINK("https://ond.example";"klikk")`,
  minus: "-1 møte",
  phone: "+47 55 00 00 00",
  at: "@SUM(A1:A9)",
  entity: "&lt;b&gt; & co",
};

/** One measure whose every text is one of those, told by one unit as bullets. */
export function oddReport(texts: readonly string[] = Object.values(odd)): Report {
  const all = texts.join(" ");
  const one = measure("a", "1", all, {
    title: `${all} og mer`,
    due: all,
    target: { goal: 1, of: all, by: "2027-01-01" },
  });
  const plan = { ...planWith([{ title: all, headings: [], measures: [one] }]), title: all };
  const round = roundOf(plan);
  return compileReport({
    round: { ...round, period: all, copy: { plan, units: { oppvekst: all } } },
    items: [itemOf(one, "oppvekst", answered("green", texts.join("\n")))],
    decisions: noDecisions,
    last: lastTime(plan, null),
    version: 1,
    publishedAt: null,
    preface: texts,
  });
}
