import { expect, test } from "@playwright/test";
import { Agent, request } from "node:http";
import { Person, siteUrl, type Answer } from "./person.ts";

// Bodies that no browser sends to a server action: refused without a word about the inside, by a process that goes on.

const deep = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
const bodies = [
  "",
  "{{{",
  "[",
  "null",
  "7",
  '"x"',
  "{}",
  "[]",
  "[null]",
  // Each letter is a kind of reference in React's encoding, here to what is not there.
  ...[
    "",
    "y",
    "n",
    "D",
    "T",
    "@",
    "F",
    "h",
    "K",
    "B",
    "Q",
    "W",
    "i",
    "R",
    "r",
    "X",
    "x",
    "A",
    "O",
    "o",
    "U",
    "S",
    "M",
  ].map((kind) => `["$${kind}1"]`),
  '["$@0"]',
  '["$0"]',
  '["$0:__proto__"]',
  '["$0:constructor:constructor"]',
  '[{"then":"$0"}]',
  '[{"__proto__":{"ok":true}}]',
  `["$n${"9".repeat(400)}"]`,
  `["$n${"9".repeat(1_000_000)}"]`,
  `[${'"x",'.repeat(200_000)}1]`,
  deep(1000),
  deep(200_000),
];

const endTheProcess = {
  0: '{"then":"$1:__proto__:then","status":"resolved_model","reason":-1,"value":"{\\"then\\":\\"$B1\\"}","_response":{"_prefix":"process.exit(7)//","_chunks":"$Q2","_formData":{"get":"$1:constructor:constructor"}}}',
  1: '"$@0"',
  2: "[]",
};
const forms: Record<string, string>[] = [
  {},
  { 0: "x" },
  { 0: '["$1"]' },
  { 0: '["$1"]', 1: '"$@0"' },
  { 0: '["$Q1"]', 1: "[[1,2]]" },
  { 0: '["$W1"]', 1: '"$W0"' },
  { 0: '["$1:a:b:c"]', 1: '{"a":{}}' },
  { 0: '["$1:__proto__:constructor"]', 1: "{}" },
  { 0: '["$1:constructor:constructor"]', 1: "{}" },
  { 0: '["$F1"]', 1: '{"id":"x","bound":null}' },
  { 0: '["$h1"]', 1: '{"id":"x#constructor","bound":"$@2"}', 2: "[1]" },
  { 0: '["$A1"]', 1: "x" },
  { 0: '["$o1"]', 1: "x".repeat(11) },
  { 0: '["$x1"]', 1: "[]" },
  { $ACTION_ID_x: "" },
  { $ACTION_REF_0: "", "$ACTION_0:0": '{"id":"x","bound":"$@1"}' },
  { $ACTION_KEY: "x" },
  endTheProcess,
];

test("a body that is no call is refused, with and without an action, and the same process goes on", async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await pulse(agent);
  const stranger = new Person();
  for (const body of bodies) {
    expectPlainRefusal(await stranger.post("people.acceptInvitation", body), body.slice(0, 60));
    await pulse(agent);
  }
  for (const form of forms) {
    const { body, type } = encodeForm(form);
    const sent = { "Content-Type": type, Origin: siteUrl() };
    expectPlainRefusal(await stranger.post("people.acceptInvitation", body, sent), JSON.stringify(form));
    const without = await stranger.ask("/sign-in", { method: "POST", headers: sent, body });
    expect([400, 404], `/sign-in ${JSON.stringify(form)}`).toContain(without.status);
    await pulse(agent);
  }
  expect(await pulse(agent), "answered on the connection that was opened first").toBe(true);
  agent.destroy();
});

test("an action that the build does not have is refused", async () => {
  const headers = { Origin: siteUrl(), "Content-Type": "text/plain;charset=UTF-8" };
  for (const id of ["7f", "x", "0".repeat(42), "__proto__", "constructor", "7f".repeat(5000)]) {
    const answer = await new Person().ask("/sign-in", {
      method: "POST",
      headers: { ...headers, "Next-Action": id },
      body: "[]",
    });
    expect([400, 404, 409, 431], id.slice(0, 60)).toContain(answer.status);
  }
});

test("a place in the site that cannot be read counts as none", async () => {
  for (const tree of ["x", "%", "{}", "[]", '[""]', '["",{"children":7}]', encodeURIComponent(deep(500))]) {
    const headers = { RSC: "1", "Next-Router-State-Tree": tree };
    // 307: Next has the address carry a digest of the headers.
    expect([200, 307], tree.slice(0, 60)).toContain(
      (await new Person().ask("/methodology", { headers })).status,
    );
  }
});

/** 4xx, or a refusal as every form gets it; where Next says why it could not read a call, it is a number for the log. */
function expectPlainRefusal({ status, body }: Answer, what: string): void {
  const row = /^1:(.*)$/m.exec(body)?.[1] ?? "";
  if (status === 400 && row.startsWith("E")) expect(row, what).toMatch(/^E\{"digest":"\d+"\}$/);
  if (status >= 400 && status < 500) return;
  expect(JSON.parse(row), what).toMatchObject({ ok: false, code: "invalid" });
}

function encodeForm(fields: Record<string, string>): { body: string; type: string } {
  const boundary = "----assay";
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { body: `${parts.join("")}--${boundary}--\r\n`, type: `multipart/form-data; boundary=${boundary}` };
}

/** Asks for the health on a connection that is kept; says whether it was the one that was open. */
function pulse(agent: Agent): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL("/api/health", siteUrl()), { agent }, (answer) => {
      answer.resume();
      answer.on("end", () =>
        answer.statusCode === 200
          ? resolve(asked.reusedSocket)
          : reject(new Error(`The health is ${answer.statusCode}.`)),
      );
    });
    asked.on("error", reject);
    asked.end();
  });
}
