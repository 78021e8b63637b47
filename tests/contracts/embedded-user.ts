// One process that uses the embedded database, as `npm start` would; the test steers it by lines and kills.
import readline from "node:readline";
import pg from "pg";
import { EMBEDDED_DATABASE, EmbeddedError, startEmbedded } from "../../src/store/embedded.ts";

const say = (message: object): void => void process.stdout.write(`${JSON.stringify(message)}\n`);

try {
  const server = await startEmbedded(process.argv[2] ?? "", { fsync: process.argv[3] === "fsync" });
  const url = server.url(EMBEDDED_DATABASE);
  say({ port: Number(new URL(url).port), shared: server.shared });
  for await (const line of readline.createInterface({ input: process.stdin })) {
    if (line === "stop") {
      await server.stop();
      say({ stopped: true });
      break;
    }
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    await client.connect();
    const { rows } = await client.query(line);
    await client.end();
    say({ rows });
  }
} catch (error) {
  if (!(error instanceof EmbeddedError)) throw error;
  say({ refused: error.message });
}
process.exit();
