/** HTML that is already safe. Everything else put into the template below is escaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

export type Part = Markup | string | number | null | false | undefined | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

function textOf(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Markup) return part.text;
  if (typeof part === "string") return escaped(part);
  if (typeof part === "number") return String(part);
  return part.map(textOf).join("");
}

const trimmed = new WeakMap<TemplateStringsArray, readonly string[]>();

/** The indentation of the source is of no use to anybody who reads the page. A line break alone stays: a textarea begins with one. */
function unindented(strings: TemplateStringsArray): readonly string[] {
  const known = trimmed.get(strings);
  if (known) return known;
  const texts = strings.map((text) => text.replaceAll(/[ \t]*\n\s+/g, " "));
  trimmed.set(strings, texts);
  return texts;
}

/** A tagged template: what is put in is escaped, lists are joined, null and false leave nothing. Attributes must be quoted. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(
    unindented(strings)
      .map((text, nth) => text + textOf(parts[nth]))
      .join(""),
  );
}

/** Only for HTML that this project has drawn and escaped itself. */
export function alreadySafe(text: string): Markup {
  return new Markup(text);
}
