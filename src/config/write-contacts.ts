import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { loadConfig } from "../config.ts";
import type { ContactChanges } from "../people-sheet/compare.ts";
import { asMapping, asText } from "./as-written.ts";
import { intoPeople, intoPlan } from "./contacts-into.ts";
import { describeFault } from "./faults.ts";
import { readYaml } from "./yaml-file.ts";

export type Written =
  | { readonly is: "written"; readonly files: readonly string[] }
  | { readonly is: "refused"; readonly why: readonly string[] };

/**
 * Writes contacts into config/: first into a copy, which must be as good as any config, then file by file in place.
 * A running server reads them again by itself.
 */
export function writeContacts(dir: string, changes: ContactChanges): Written {
  const files = filesAfter(dir, changes);
  const copy = join(mkdtempSync(join(tmpdir(), "statusrunde-config-")), basename(dir) || "config");
  try {
    cpSync(dir, copy, { recursive: true });
    for (const [file, text] of files) writeFileSync(join(copy, file), text);
    const loaded = loadConfig(copy);
    if (loaded.is === "faulty") return { is: "refused", why: loaded.faults.map(describeFault) };
    for (const [file, text] of files) replace(join(dir, file), text);
    return { is: "written", files: files.map(([file]) => file) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : null;
    if (code === null) throw error;
    return { is: "refused", why: [`Nothing can be written into ${dir} (${code}).`] };
  } finally {
    rmSync(join(copy, ".."), { recursive: true, force: true });
  }
}

/** The files that change, with what they then say. */
function filesAfter(dir: string, changes: ContactChanges): [file: string, text: string][] {
  const people = readFileSync(join(dir, "people.yaml"), "utf8");
  const plans = readdirSync(join(dir, "plans")).filter((name) => /\.ya?ml$/.test(name));
  const texts: [string, string, string][] = [
    ["people.yaml", people, intoPeople(people, changes)],
    ...plans.map((name): [string, string, string] => {
      const file = join("plans", name);
      const text = readFileSync(join(dir, file), "utf8");
      const own = asText(asMapping(readYaml(join(dir, file), name).file?.value)["key"]);
      const key = own ?? name.replace(/\.ya?ml$/, "");
      return [
        file,
        text,
        intoPlan(
          text,
          changes.measures.filter((one) => one.plan === key),
        ),
      ];
    }),
  ];
  return texts.flatMap(([file, was, becomes]): [string, string][] =>
    was === becomes ? [] : [[file, becomes]],
  );
}

function replace(path: string, text: string): void {
  const beside = `${path}.new`;
  writeFileSync(beside, text);
  renameSync(beside, path);
}
