import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { text } from "node:stream/consumers";

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Settings = Record<string, string | undefined>;

/** Only what a test says, and what any program needs: nothing of the developer's own environment comes along. */
function environment(settings: Settings): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  // The same files are compiled a hundred times otherwise.
  return { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE: path.resolve(".cache/compiled"), ...settings };
}

function begin(file: string, args: readonly string[], settings: Settings): ChildProcess {
  return spawn(process.execPath, [file, ...args], {
    env: environment(settings),
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Runs a program of the project to its end, with nobody at the keyboard. */
export async function ended(file: string, args: readonly string[], settings: Settings): Promise<Ended> {
  return outcome(begin(file, args, settings));
}

async function outcome(child: ChildProcess): Promise<Ended> {
  if (!child.stdout || !child.stderr) throw new Error("nobody reads what the program says");
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code: child.exitCode, stdout, stderr };
}

export interface Running {
  /** What it has said on stdout so far. */
  said(): string;
  /** SIGTERM; resolves when it is gone. */
  stop(): Promise<Ended>;
}

/** Starts a program, and waits until it says on stdout what is waited for. */
export async function started(
  file: string,
  args: readonly string[],
  settings: Settings,
  until: RegExp,
): Promise<Running> {
  const child = begin(file, args, settings);
  const ending = outcome(child);
  let said = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (more: Buffer) => {
      said += more.toString();
      if (until.test(said)) resolve();
    });
    void ending.then(({ code, stderr }) => reject(new Error(`it ended with ${code}: ${said}${stderr}`)));
  });
  return {
    said: () => said,
    stop: () => {
      child.kill("SIGTERM");
      return ending;
    },
  };
}

/** Runs it with a reader who leaves after the first line, as `| head -1` does. */
export async function endedWithoutReader(
  file: string,
  args: readonly string[],
  settings: Settings,
): Promise<Pick<Ended, "code" | "stderr">> {
  const child = begin(file, args, settings);
  if (!child.stderr) throw new Error("nobody reads what the program says");
  child.stdout?.once("data", () => child.stdout?.destroy());
  const [stderr] = await Promise.all([text(child.stderr), once(child, "close")]);
  return { code: child.exitCode, stderr };
}
