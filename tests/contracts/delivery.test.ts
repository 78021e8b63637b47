import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { operator } from "../../flows/actor.ts";
import { closeRound } from "../../flows/close-round.ts";
import { tick } from "../../flows/index.ts";
import { publishReport } from "../../flows/publish-report.ts";
import type { Message } from "../../src/conversation/messages.ts";
import { deliver } from "../../src/delivery/deliver.ts";
import { bareApp, heard, oslo, runningRound, type BareApp } from "../support/bare-app.ts";
import { scriptedChannel, type Happens, type ScriptedChannel } from "../support/scripted-channel.ts";
import { smallTown } from "../support/town.ts";

/** A Monday; the round opens by itself, and the owners oda, siv and egil are asked. */
const monday = oslo("2026-11-30 09:00");
const at = (time: string): Date => oslo(`2026-11-30 ${time}`);

let bare: BareApp;
let chat: ScriptedChannel;
const begin = async (canFind: boolean, round?: { opens: string; deadline: string }): Promise<void> => {
  chat = scriptedChannel({ canFind });
  bare = await bareApp({ channels: [chat.channel], now: monday, town: smallTown(round) });
};
afterEach(() => bare.close());

const notices = async (person: string) => {
  const { rows } = await bare.app.store.pool.query<{
    id: string;
    kind: string;
    state: string;
    trouble: string | null;
    not_before: Date;
    attempts: number;
  }>("select id, kind, state, trouble, not_before, attempts from notice where person_id = $1 order by id", [
    person,
  ]);
  return rows;
};
const kinds = (person: string): Message["kind"][] => chat.to(person).map((one) => one.kind);
const answerAll = async (who: string, when: Date): Promise<void> => {
  const { items } = await runningRound(bare.app);
  const mine = items
    .filter((item) => item.responders.includes(who))
    .map((item) => ({ item: item.id, seen: item.revisions }));
  const one = heard(who, mine, when);
  await bare.app.store.people.found(who, { channel: "web", account: who });
  await bare.app.store.takeAnswers(one, one.reply.said);
};
/** What a dead worker leaves behind has run out. */
const leaseRunsOut = () =>
  bare.app.store.pool.query(
    "update notice set lease_until = clock_timestamp() - interval '1 second' where state = 'sending'",
  );
const trouble = async (person: string) => (await bare.app.store.people.get(person))?.trouble ?? null;

describe.each([
  { platform: "a platform that can be asked what arrived", canFind: true },
  { platform: "a platform that cannot be asked", canFind: false },
])("on $platform", ({ canFind }) => {
  beforeEach(() => begin(canFind));

  test("everybody gets one message, however often the bot looks", async () => {
    for (const time of ["09:00", "09:01", "12:00", "15:00"]) await bare.work(at(time));
    expect(chat.arrived.map((one) => [one.account, one.kind])).toEqual([
      ["egil", "ask"],
      ["oda", "ask"],
      ["siv", "ask"],
    ]);
  });

  test("who is asked to wait waits exactly as long, and then sends", async () => {
    chat.next("siv", { does: "asks-to-wait", until: at("09:07") });
    await bare.work(monday);
    expect(await notices("siv")).toMatchObject([
      { state: "owed", not_before: at("09:07"), trouble: "rate limited" },
    ]);
    await bare.work(at("09:06"));
    expect(kinds("siv")).toEqual([]);
    expect([kinds("oda"), kinds("egil")]).toEqual([["ask"], ["ask"]]);
    await bare.work(at("09:07"));
    expect(kinds("siv")).toEqual(["ask"]);
    expect(await notices("siv")).toMatchObject([{ state: "sent", trouble: null, attempts: 2 }]);
  });

  test("who is asked to wait twenty times gives up, and the coordinator hears of it", async () => {
    const waits = Array.from({ length: 30 }, (): Happens => ({ does: "asks-to-wait", until: monday }));
    chat.next("siv", ...waits);
    for (let minute = 0; minute < 21; minute += 1)
      await bare.work(at(`09:${String(minute).padStart(2, "0")}`));
    expect(await notices("siv")).toMatchObject([{ state: "failed", trouble: "gave up: rate limited" }]);
    await bare.work(at("10:00"));
    expect(kinds("ida")).toEqual(["digest"]);
  });

  test("a fault of ours with one message stops nobody else, is tried again, and in the end the coordinator is told", async () => {
    chat.next("egil", ...Array.from({ length: 100 }, (): Happens => ({ does: "throws" })));
    await bare.work(monday);
    const { id } = (await notices("egil"))[0]!;
    expect([kinds("oda"), kinds("siv"), kinds("egil")]).toEqual([["ask"], ["ask"], []]);
    await leaseRunsOut();
    await bare.app.store.notices.abandon();
    // This is what the queue keeps as a failed job.
    await expect(deliver(bare.app, id, monday)).rejects.toThrow("a fault in a channel");

    for (let time = 0; time < 25; time += 1) {
      await leaseRunsOut();
      await bare.work(at("10:00"));
    }
    const ended = (await notices("egil"))[0]!;
    expect(ended.attempts).toBeLessThan(25);
    // Where nobody can tell what arrived, an ask is let go after its second try.
    expect(ended.state).toBe(canFind ? "failed" : "moot");
    expect(kinds("ida")).toEqual(canFind ? ["digest"] : []);
  });

  test("who answers while the ask waits is not asked", async () => {
    chat.next("siv", { does: "asks-to-wait", until: at("09:30") });
    await bare.work(monday);
    await answerAll("siv", at("09:10"));
    await bare.work(at("09:30"));
    expect(kinds("siv")).toEqual([]);
    expect(await notices("siv")).toMatchObject([{ state: "moot", trouble: "answered meanwhile" }]);
  });

  test("who has answered only a part of it is still asked for the rest", async () => {
    chat.next("siv", { does: "asks-to-wait", until: at("09:30") });
    await bare.work(monday);
    const one = heard(
      "siv",
      [{ item: (await runningRound(bare.app)).item("1/1.2", "skole").id }],
      at("09:10"),
    );
    await bare.app.store.people.found("siv", { channel: "web", account: "siv" });
    await bare.app.store.takeAnswers(one, one.reply.said);
    await bare.work(at("09:30"));
    expect(kinds("siv")).toEqual(["ask"]);
  });

  test("nothing goes out after working hours: it waits for the next working morning", async () => {
    chat.next("siv", { does: "asks-to-wait", until: at("15:40") });
    await bare.work(at("15:20"));
    for (const time of ["2026-11-30 15:40", "2026-11-30 23:00", "2026-12-01 07:59"])
      await bare.work(oslo(time));
    expect(kinds("siv")).toEqual([]);
    await bare.work(oslo("2026-12-01 08:00"));
    expect(chat.to("siv").map((one) => one.at)).toEqual([oslo("2026-12-01 08:00")]);
  });

  test("a worker that dies before it sends has sent nothing: the next one does", async () => {
    chat.next("siv", { does: "asks-to-wait", until: at("09:01") });
    await bare.work(monday);
    await bare.app.store.notices.lease((await notices("siv"))[0]!.id, at("09:01"));
    await bare.work(at("09:01"));
    expect(kinds("siv")).toEqual([]);
    await leaseRunsOut();
    for (const time of ["09:03", "09:04"]) await bare.work(at(time));
    expect(kinds("siv")).toEqual(["ask"]);
  });
});

describe("nobody gets two nudges in one day", () => {
  beforeEach(() => begin(true, { opens: "2026-12-03", deadline: "2026-12-11" }));

  test("when the ask was held up until the morning of the reminder", async () => {
    chat.next("siv", { does: "asks-to-wait", until: oslo("2026-12-03 15:40") });
    await bare.work(oslo("2026-12-03 15:20"));
    await bare.work(oslo("2026-12-03 15:40"));
    for (const time of ["2026-12-04 08:00", "2026-12-04 08:01", "2026-12-04 12:00"])
      await bare.work(oslo(time));
    expect(chat.to("siv").map((one) => one.kind)).toEqual(["ask"]);
    await bare.work(oslo("2026-12-07 08:00"));
    expect(chat.to("siv").map((one) => one.kind)).toEqual(["ask", "remind"]);
  });

  test("when the bot was stopped between owing the ask and sending it", async () => {
    await tick(bare.app, oslo("2026-12-03 15:20"));
    for (const time of ["2026-12-04 08:00", "2026-12-04 08:01", "2026-12-04 12:00"])
      await bare.work(oslo(time));
    expect(chat.to("siv").map((one) => one.kind)).toEqual(["ask"]);
  });
});

describe("a connection that breaks while sending", () => {
  const news = async (when: Date): Promise<void> => {
    const { app } = bare;
    await publishReport(app, operator, (await app.store.rounds.running())[0]!, [], true, when);
  };

  test("is looked into where the platform can tell: what arrived is not sent again", async () => {
    await begin(true);
    chat.next("siv", { does: "breaks", arrived: true });
    chat.next("oda", { does: "breaks", arrived: false });
    for (const time of ["09:00", "09:01", "09:02"]) await bare.work(at(time));
    expect([kinds("siv"), kinds("oda")]).toEqual([["ask"], ["ask"]]);
    expect(await notices("siv")).toMatchObject([{ state: "sent" }]);
  });

  test("is looked into for news as well", async () => {
    await begin(true);
    await bare.work(monday);
    chat.next("rolf", { does: "breaks", arrived: false });
    await news(at("10:00"));
    for (const time of ["10:00", "10:01"]) await bare.work(at(time));
    expect(kinds("rolf")).toEqual(["summary"]);
  });

  test("makes an ask go out once more, and not a third time, where nobody can tell", async () => {
    await begin(false);
    const breaks: Happens = { does: "breaks", arrived: true };
    chat.next("siv", breaks, breaks, breaks, breaks);
    for (const time of ["09:00", "09:01", "09:02", "09:03"]) await bare.work(at(time));
    expect(kinds("siv")).toEqual(["ask", "ask"]);
    expect(await notices("siv")).toMatchObject([
      { state: "moot", trouble: "nobody can tell whether it was sent" },
    ]);
    await bare.work(oslo("2026-12-04 08:00"));
    expect(kinds("siv")).toHaveLength(3); // the reminder is a notice of its own
  });

  test("lets news go where nobody can tell: twice would be worse than never", async () => {
    await begin(false);
    await bare.work(monday);
    chat.next("rolf", { does: "breaks", arrived: false });
    await news(at("10:00"));
    for (const time of ["10:00", "10:01", "12:00"]) await bare.work(at(time));
    expect(kinds("rolf")).toEqual([]);
    expect(await notices("rolf")).toMatchObject([{ kind: "summary", state: "moot" }]);
  });
});

describe("a worker that dies just after sending", () => {
  /** The process is gone: its call never comes back, and its lease is all that is left. */
  const dies = async (person: string, when: Date): Promise<void> => {
    chat.next(person, { does: "arrives-and-dies" });
    const before = chat.to(person).length;
    void deliver(bare.app, (await notices(person)).at(-1)!.id, when);
    await expect.poll(() => chat.to(person).length).toBe(before + 1);
    await leaseRunsOut();
  };
  const owed = async (): Promise<void> => {
    chat.next("siv", { does: "asks-to-wait", until: at("09:01") });
    await bare.work(monday);
  };

  test("is found out about where the platform can tell: no second message", async () => {
    await begin(true);
    await owed();
    await dies("siv", at("09:01"));
    for (const time of ["09:03", "09:04"]) await bare.work(at(time));
    expect(kinds("siv")).toEqual(["ask"]);
    expect(await notices("siv")).toMatchObject([{ state: "sent" }]);
  });

  test("costs one duplicate of an ask where nobody can tell, however often it dies", async () => {
    await begin(false);
    await owed();
    await dies("siv", at("09:01"));
    await bare.app.store.notices.abandon();
    await dies("siv", at("09:03"));
    for (const time of ["09:05", "09:06"]) await bare.work(at(time));
    expect(kinds("siv")).toEqual(["ask", "ask"]);
  });
});

describe("somebody who cannot be reached", () => {
  beforeEach(() => begin(true));

  test("stops nobody: the deputy is asked instead, and the coordinator is told, once", async () => {
    chat.hide("oda");
    await bare.work(monday);
    expect(await trouble("oda")).toBe("not-found");
    expect([kinds("siv"), kinds("egil")]).toEqual([["ask"], ["ask"]]);
    for (const time of ["09:01", "09:02", "14:00"]) await bare.work(at(time));
    expect([kinds("oda"), kinds("ole"), kinds("ida")]).toEqual([[], ["ask"], ["digest"]]);
    for (const day of ["2026-12-01", "2026-12-02"]) await bare.work(oslo(`${day} 09:00`));
    expect([kinds("ole"), kinds("ida")]).toEqual([["ask"], ["digest"]]);
  });

  test("is one whom the platform refuses, too, and is asked like anybody else when it works again", async () => {
    chat.next("oda", { does: "refuses", why: "blocked" }, { does: "refuses", why: "blocked" });
    await bare.work(monday);
    await bare.work(oslo("2026-12-01 09:00"));
    expect(await trouble("oda")).toBe("blocked");
    await bare.work(oslo("2026-12-02 09:00"));
    expect(kinds("oda")).toEqual(["ask"]);
    expect(await trouble("oda")).toBeNull();
  });

  test("is tried once a working day, and it is news only once", async () => {
    chat.hide("oda");
    for (const time of ["2026-11-30 09:00", "2026-11-30 14:00", "2026-12-01 09:00", "2026-12-01 14:00"])
      await bare.work(oslo(time));
    expect(await notices("oda")).toMatchObject([{ state: "failed" }, { state: "failed" }]);
    const { rows } = await bare.app.store.pool.query(
      "select verb from event where verb like '% unreachable'",
    );
    expect(rows).toEqual([{ verb: "ask unreachable" }]);
  });

  test("is reachable again from the moment they answer", async () => {
    chat.next("oda", { does: "refuses", why: "blocked" });
    await bare.work(monday);
    await answerAll("oda", at("10:00"));
    expect(await trouble("oda")).toBeNull();
  });
});

describe("a message that was sent", () => {
  beforeEach(() => begin(true));
  const answered = (message: Message): boolean[] =>
    "desk" in message
      ? message.desk.rounds.flatMap((round) => round.items.map((item) => item.answer !== null))
      : [];

  test("shows what was answered since", async () => {
    await bare.work(monday);
    expect(answered(chat.to("siv")[0]!.shows)).toEqual([false, false]);
    await answerAll("siv", at("10:00"));
    await bare.work(at("10:00"));
    expect(answered(chat.to("siv")[0]!.shows)).toEqual([true, true]);
    expect(await bare.app.store.notices.toRedraw()).toEqual([]);
  });

  test("shows an answer that came while it was on its way", async () => {
    chat.next("siv", { does: "arrives-while", work: () => answerAll("siv", monday) });
    await bare.work(monday);
    await bare.work(at("09:01"));
    expect(chat.to("siv")).toHaveLength(1);
    expect(answered(chat.to("siv")[0]!.shows)).toEqual([true, true]);
  });

  test("shows the deputy what the owner answered, and the owner what the deputy did", async () => {
    await bare.work(monday);
    await bare.work(oslo("2026-12-09 08:00"));
    expect(kinds("stig")).toEqual(["deputy"]);
    await answerAll("stig", oslo("2026-12-09 09:00"));
    await bare.work(oslo("2026-12-09 09:00"));
    expect(answered(chat.to("siv").findLast((one) => one.kind !== "deputy-asked")!.shows)).toEqual([
      true,
      true,
    ]);
    await answerAll("siv", oslo("2026-12-09 10:00"));
    await bare.work(oslo("2026-12-09 10:00"));
    expect(chat.to("stig")[0]!.shows).toMatchObject({
      desk: { rounds: [{ items: [{ answer: { by: "Siv Skole" } }, {}] }] },
    });
  });

  test("becomes a pointer when a newer one is there", async () => {
    await bare.work(monday);
    await bare.work(oslo("2026-12-04 08:00"));
    await bare.work(oslo("2026-12-04 08:01"));
    expect(chat.to("siv").map((one) => one.shows.kind)).toEqual(["moved", "remind"]);
  });

  test("shows that the round was closed", async () => {
    await bare.work(monday);
    await closeRound(bare.app, operator, (await bare.app.store.rounds.running())[0]!, true, at("11:00"));
    await bare.work(at("11:00"));
    expect(chat.to("siv")[0]!.shows).toMatchObject({ desk: { rounds: [{ closed: true }] } });
  });

  test("is drawn again at the next tick when the platform did not take it", async () => {
    await bare.work(monday);
    const { redraw } = chat.channel;
    await answerAll("siv", at("10:00"));
    chat.channel.redraw = () => Promise.resolve({ is: "later", at: at("10:05"), why: "rate limited" });
    await bare.work(at("10:00"));
    expect(answered(chat.to("siv")[0]!.shows)).toEqual([false, false]);
    chat.channel.redraw = redraw;
    await bare.work(at("10:05"));
    expect(answered(chat.to("siv")[0]!.shows)).toEqual([true, true]);
  });
});
