/** What a coordinator can tell the bot to do, in chat, on the pages and on the command line. */
export type Command =
  | { readonly verb: "open"; readonly round: string }
  | { readonly verb: "trial"; readonly round: string; readonly person: string | null }
  | { readonly verb: "close"; readonly round: string }
  | { readonly verb: "publish"; readonly round: string; readonly preface: readonly string[] };

export type Verb = Command["verb"];
export const verbs: readonly Verb[] = ["open", "trial", "close", "publish"];
