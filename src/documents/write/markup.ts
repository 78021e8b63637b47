import { printable } from "./text.ts";

/** HTML that is already safe. Only `html` makes one. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Inserted = Markup | string | number | null | readonly Inserted[];

/** Text put in is escaped, for elements and quoted attributes alike; markup is kept, null is nothing. */
export function html(parts: TemplateStringsArray, ...inserted: readonly Inserted[]): Markup {
  return new Markup(parts.map((part, at) => part + asText(inserted[at] ?? null)).join(""));
}

function asText(value: Inserted): string {
  if (value === null) return "";
  if (value instanceof Markup) return value.text;
  if (typeof value === "string" || typeof value === "number") return escaped(String(value));
  return value.map(asText).join("");
}

function escaped(text: string): string {
  return printable(text).replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
