import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** A browser for the tests. `fonts` is a fontconfig folder with the only fonts it may see; `libraries` "" for the system's. */
export type Chromium = { program: string; fonts: string; libraries: string };

const require = createRequire(import.meta.url);
const packageFolder = (name: string): string => path.dirname(require.resolve(`${name}/package.json`));

/**
 * The same fonts on every machine. On one without any, Chromium draws pages without a single letter, and neither
 * axe nor a check of the page's text would notice.
 */
function makeFonts(cache: string): string {
  const folder = path.join(cache, "fonts");
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "fonts.conf");
  const half = `${file}.half-${process.pid}`;
  const families = ["sans-serif", "serif", "monospace", "system-ui"].map(
    (generic) =>
      `  <alias binding="same"><family>${generic}</family><prefer><family>DejaVu Sans${generic === "monospace" ? " Mono" : ""}</family></prefer></alias>`,
  );
  fs.writeFileSync(
    half,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(packageFolder("dejavu-fonts-ttf"), "ttf")}</dir>
  <cachedir>${path.join(folder, "cache")}</cachedir>
${families.join("\n")}
</fontconfig>
`,
  );
  fs.renameSync(half, file);
  return folder;
}

/** The package unpacks into the temporary folder and is not safe for two processes: once, here, and under its name only when whole. */
async function unpack(cache: string): Promise<{ program: string; libraries: string }> {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error("no browser comes by npm for this machine");
  const source = path.join(path.dirname(require.resolve("@sparticuz/chromium")), "..");
  const { version } = JSON.parse(fs.readFileSync(path.join(source, "package.json"), "utf8")) as {
    version: string;
  };
  const folder = path.join(cache, `chromium-${version}`);
  if (!fs.existsSync(folder)) {
    const half = fs.mkdtempSync(`${folder}.half-`);
    const before = process.env["TMPDIR"];
    process.env["TMPDIR"] = half;
    try {
      const { inflate } = await import("@sparticuz/chromium");
      const parts = ["chromium.br", "al2023.tar.br", "swiftshader.tar.br"];
      await Promise.all(parts.map((part) => inflate(path.join(source, "bin", part))));
    } finally {
      if (before === undefined) delete process.env["TMPDIR"];
      else process.env["TMPDIR"] = before;
    }
    fs.chmodSync(half, 0o755);
    fs.chmodSync(path.join(half, "chromium"), 0o755);
    fs.renameSync(half, folder);
  }
  return { program: path.join(folder, "chromium"), libraries: path.join(folder, "al2023/lib") };
}

/** CHROME_PATH, or the Chromium that npm brought. Throws when there is none to be had. */
export async function findChromium(cache: string): Promise<Chromium> {
  const given = process.env["CHROME_PATH"];
  if (given && !fs.existsSync(given)) throw new Error(`CHROME_PATH=${given} does not exist`);
  const browser = given ? { program: given, libraries: "" } : await unpack(cache);
  return { ...browser, fonts: makeFonts(cache) };
}
