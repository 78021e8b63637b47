import type { App } from "../src/app.ts";
import type { View } from "../src/conversation/messages.ts";
import { isLanguage } from "../src/round/plan.ts";
import { showDesk } from "./show-desk.ts";

/** From now on the bot speaks to this person in another language. */
export async function chooseLanguage(
  app: App,
  person: { id: string; name: string },
  language: string,
): Promise<View> {
  if (isLanguage(language)) await app.store.people.chooseLanguage(person.id, language);
  return showDesk(app, person);
}
