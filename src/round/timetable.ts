/** When a round asks, reminds and closes. Copied into the round when it is prepared. Days are working days. */
export interface Timetable {
  /** IANA name, one per deployment. */
  readonly timeZone: string;
  /** Local times `HH:MM` between which people hear from the bot. */
  readonly hours: { readonly from: string; readonly to: string };
  /** Local time `HH:MM` of every deadline that names only a day. */
  readonly deadlineAt: string;
  /** Working days before the deadline on which the owner is reminded. */
  readonly remind: readonly number[];
  /** Working days before the deadline from which deputies are asked too. */
  readonly deputy: number;
  /** Working days before the deadline from which silence is something the coordinator hears of. */
  readonly digest: number;
  /** Country (and region) whose public holidays count, as date-holidays names them: "NO". */
  readonly holidays: string;
  /** Further days off each year, `MM-DD`. */
  readonly daysOff: readonly string[];
}
