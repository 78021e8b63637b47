import { randomUUID } from "node:crypto";
import { load } from "cheerio";

/** One person with a browser that shows what the server really said: status, address and text, without following anything. */
export interface Visitor {
  readonly person: string;
  /** Ids of the items on their list. */
  readonly items: readonly string[];
  /** Where their pages are, with a slash at the end. */
  readonly base: string;
  answers(item: string, comment: string, status?: string): Promise<Shown>;
  page(name: string): Promise<Shown>;
}

interface Shown {
  readonly status: number;
  /** The server said that it is stored. */
  readonly stored: boolean;
  readonly body: string;
}

/** Comes in by the local door. Throws when the server is not there. */
export async function comesIn(url: string, person: string): Promise<Visitor> {
  const door = await post(`${url}/door`, { person });
  if (door.status !== 303) throw new Error(`${person} did not get in: ${door.status}`);
  return visitorAt(new URL(door.headers.get("location") ?? "", `${url}/door`).href, person);
}

/** Comes in by a personal link. */
export async function visitorAt(base: string, person: string): Promise<Visitor> {
  const desk = load(await (await fetch(`${base}desk`)).text());
  const items = desk("a[href*='form?item=']")
    .toArray()
    .map((link) => new URLSearchParams(desk(link).attr("href")?.split("?")[1]).get("item") ?? "");
  return {
    person,
    items: [...new Set(items)],
    base,
    answers: async (item, comment, status = "orange") => {
      const fields = {
        item,
        [`seen.${item}`]: "0",
        [`status.${item}`]: status,
        [`comment.${item}`]: comment,
      };
      return shown(await post(`${base}desk`, { ...fields, submission: randomUUID(), do: "save" }));
    },
    page: async (name) => shown(await fetch(base + name, { redirect: "manual" })),
  };
}

function post(url: string, fields: Record<string, string>): Promise<Response> {
  return fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
}

async function shown(response: Response): Promise<Shown> {
  const stored = response.status === 303 && (response.headers.get("location") ?? "").includes("saved=");
  return { status: response.status, stored, body: await response.text() };
}
