// The server, which computes every figure.

/** Who asks: a new question of this tab stops the long answer to the last one. */
const tab = crypto.randomUUID();

/** What the server refused, in its words. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function ask(method, path, body, signal) {
  const response = await fetch("/api/cases" + path, {
    method,
    signal,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (response.ok) return response;
  let message = response.statusText;
  try {
    message = (await response.json()).error;
  } catch {
    // Somebody else than the desk has answered.
  }
  throw new Refused(response.status, message);
}

const of = (id, what = "") => "/" + encodeURIComponent(id) + what;

export const cases = async () => (await (await ask("GET", "")).json()).cases;
export const details = async (id) => (await ask("GET", of(id))).json();
export const load = async (upload) => (await ask("POST", "", upload)).json();
export const remove = (id) => ask("DELETE", of(id));
export const move = async (id, question) =>
  (await ask("POST", of(id, "/move"), { ...question, tab })).json();
export const sure = async (id, question, signal) =>
  (await ask("POST", of(id, "/sure"), { ...question, tab }, signal)).json();
export const scenarios = async (id, question) =>
  (await (await ask("POST", of(id, "/scenarios"), question)).json()).scenarios;
export const report = async (id, question) => (await ask("POST", of(id, "/report"), question)).blob();
