import { describe, expect, test } from "vitest";
import type { Channel } from "../../src/conversation/channel.ts";
import type { Desk, ItemView } from "../../src/conversation/desk.ts";
import type { Message, MessageKind } from "../../src/conversation/messages.ts";
import type { Language } from "../../src/round/plan.ts";
import { answered, deskOf, deskWith, item, messagesFrom } from "../support/desks.ts";

/** One channel with its platform played, fresh for each test. */
export interface ChannelHarness {
  readonly channel: Channel;
  /** Somebody the platform knows, and somebody it does not. */
  readonly known: { readonly id: string; readonly email: string | null };
  readonly unknown: { readonly id: string; readonly email: string | null };
  /** What the person's chat holds now, oldest first: each message's id and what the platform was given, as text. */
  shown(account: string): Promise<readonly { readonly id: string; readonly source: string }[]>;
  /** Fails the test when the platform would refuse it or show it wrongly: limits, schema, markup. */
  checkDrawing(source: string): void;
  /** Would this text, once written by a person, do anything beside being read? */
  isInert(source: string, text: string): boolean;
  close?(): Promise<void>;
}

const languages: readonly Language[] = ["nb", "nn", "en"];
const now = new Date("2026-12-07T07:05:00Z");

const hostile = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `<!channel> <@U123> <https://evil.example|Logg inn>`,
  "[trykk](javascript:alert(1))",
  '**[x](https://evil.example "a" onmouseover=b)**',
];

const odd: Readonly<Record<string, Partial<ItemView>>> = {
  "a title of 600 letters": { title: "Å".repeat(600), short: "Tiltak ".repeat(80).trim() },
  "a comment of 3,000 letters": {
    previous: { period: "juni 2026", status: "red", comment: "Vi venter på svar. ".repeat(157).trim() },
  },
  "emoji of several parts": {
    short: "👩🏽‍🚒 Øve på 🏳️‍🌈",
    previous: { period: null, status: "green", comment: "🇳🇴✅" },
  },
  "text from right to left": {
    short: "تدريب الموظفين",
    title: "تدريب الموظفين في البلدية",
    previous: { period: null, status: null, comment: "תודה\nabc" },
  },
  "no earlier status and no heading": { previous: null, under: [], due: null, target: null },
};

/** What every channel promises, whatever the platform looks like. */
export function channelContract(name: string, makeHarness: () => Promise<ChannelHarness>): void {
  const using = (run: (harness: ChannelHarness, account: string) => Promise<void>) => async () => {
    const harness = await makeHarness();
    try {
      const reached = await harness.channel.reach(harness.known);
      if (reached.is !== "found") throw new Error(`the harness's own person was not found: ${reached.why}`);
      await run(harness, reached.account);
    } finally {
      await harness.close?.();
    }
  };
  const send = async (
    harness: ChannelHarness,
    account: string,
    message: Message,
    notice: string,
    language: Language = "nb",
  ) => harness.channel.send({ channel: harness.channel.name, account }, message, notice, language, now);

  describe(`${name} as a channel`, () => {
    describe.each(languages)("in %s", (language) => {
      test.each([0, 1, 4, 12, 60])(
        "every kind of message with %i items is sent as the platform wants it",
        async (count) => {
          await using((harness, account) => expectAllSent(harness, account, deskWith(count), language))();
        },
      );

      test.each(Object.entries(odd))("%s is sent whole", async (_what, more) => {
        const desk = deskOf([item(0, more), answered(1, more)]);
        await using((harness, account) => expectAllSent(harness, account, desk, language))();
      });
    });

    async function expectAllSent(
      harness: ChannelHarness,
      account: string,
      desk: Desk,
      language: Language,
    ): Promise<void> {
      for (const [kind, message] of Object.entries(messagesFrom(desk, language))) {
        const outcome = await send(harness, account, message, `notice-${kind}`, language);
        expect(outcome, kind).toMatchObject({ is: "sent" });
      }
      const shown = await harness.shown(account);
      expect(shown.length).toBeGreaterThanOrEqual(Object.keys(messagesFrom(desk)).length);
      for (const { source } of shown) harness.checkDrawing(source);
    }

    test(
      "the same notice sent twice is one message, or can be found",
      using(async (harness, account) => {
        const message = messagesFrom(deskWith(4)).ask;
        const first = await send(harness, account, message, "notice-1");
        const to = { channel: harness.channel.name, account };
        const again = harness.channel.find
          ? { is: "sent", message: await harness.channel.find(to, "notice-1") }
          : await send(harness, account, message, "notice-1");
        expect(again).toEqual(first);
        expect((await harness.channel.find?.(to, "notice-2")) ?? null).toBeNull();
      }),
    );

    test(
      "a redrawn message shows the new and no longer the old, and is still one",
      using(async (harness, account) => {
        const sent = await send(
          harness,
          account,
          messagesFrom(deskOf([item(0, { short: "Førsteutgaven" })])).ask,
          "notice-1",
        );
        if (sent.is !== "sent") throw new Error(`not sent: ${sent.is}`);
        const after = messagesFrom(deskOf([answered(0, { short: "Andreutgaven" })])).ask;
        const to = { channel: harness.channel.name, account };
        expect((await harness.channel.redraw(to, sent.message, after, "nb", now)).is).toBe("sent");
        const shown = await harness.shown(account);
        expect(shown).toHaveLength(1);
        expect(shown[0]?.source).toContain("Andreutgaven");
        expect(shown[0]?.source).not.toContain("Førsteutgaven");
        harness.checkDrawing(shown[0]?.source ?? "");
      }),
    );

    test.each(hostile)("what people write is only read: %s", (text) =>
      using(async (harness, account) => {
        const more = {
          short: text,
          title: text,
          unit: text,
          under: [text],
          previous: { period: text, status: "red", comment: text },
        };
        const messages = messagesFrom(
          deskOf([item(0, more), answered(1, { ...more, dropped: text })], { plan: text, period: text }),
        );
        for (const kind of ["ask", "remind", "deputy", "trial", "deputy-asked"] satisfies MessageKind[]) {
          await send(harness, account, messages[kind], `notice-${kind}`);
        }
        const shown = await harness.shown(account);
        expect(shown.length).toBeGreaterThan(0);
        for (const { source } of shown) expect(harness.isInert(source, text), source).toBe(true);
      })(),
    );

    test(
      "somebody who cannot be reached is named with a reason",
      using(async (harness) => {
        const reached = await harness.channel.reach(harness.unknown);
        expect(reached).toEqual({ is: "unreachable", why: expect.stringMatching(/\S/) });
      }),
    );
  });
}
