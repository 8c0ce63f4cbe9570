// What the page shows, as its address says it: the case, two countries, where sliders are, what is
// drawn, and the scenarios that were kept.

const WEIGHTS = ["ANY", "QUARTER", "FIXED"];

export const nothingMoved = () => ({ readings: {}, weights: {} });

export const isMoved = (moves) =>
  Object.keys(moves.weights).length > 0 ||
  Object.values(moves.readings).some((of) => Object.keys(of).length > 0);

function writeMoves(moves, to) {
  for (const [country, readings] of Object.entries(moves.readings)) {
    for (const [code, number] of Object.entries(readings)) {
      to.append("r", `${country}:${code}:${number}`);
    }
  }
  for (const [code, number] of Object.entries(moves.weights)) {
    to.append("w", `${code}:${number}`);
  }
}

/** What is no number is left to the server to refuse, which says so. */
const number = (text) => (text.trim() === "" || Number.isNaN(Number(text)) ? text : Number(text));

function readMoves(from) {
  const moves = nothingMoved();
  for (const each of from.getAll("r")) {
    const [country, code, text = ""] = each.split(":");
    moves.readings[country] = moves.readings[country] ?? {};
    moves.readings[country][code] = number(text);
  }
  for (const each of from.getAll("w")) {
    const [code, text = ""] = each.split(":");
    moves.weights[code] = number(text);
  }
  return moves;
}

/** The part of the address that says it. */
export function toAddress(state) {
  const said = new URLSearchParams();
  said.set("case", state.case);
  said.set("country", state.country);
  if (state.rival) said.set("rival", state.rival);
  said.set("weights", state.doubt.weights);
  if (state.doubt.readings) said.set("readings", "drawn");
  writeMoves(state.moves, said);
  for (const kept of state.scenarios) {
    const one = new URLSearchParams({ name: kept.name });
    writeMoves(kept.moves, one);
    said.append("kept", one.toString());
  }
  return "#" + said.toString();
}

/** What an address says; null where it says nothing. */
export function fromAddress(hash) {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  return {
    case: said.get("case"),
    country: said.get("country"),
    rival: said.get("rival"),
    doubt: {
      weights: WEIGHTS.includes(said.get("weights")) ? said.get("weights") : "ANY",
      readings: said.get("readings") === "drawn",
    },
    moves: readMoves(said),
    scenarios: said.getAll("kept").map((text) => {
      const one = new URLSearchParams(text);
      return { name: one.get("name") ?? "", moves: readMoves(one) };
    }),
  };
}

/** The question of a state, as the API takes it. */
export function question(state) {
  return {
    country: state.country,
    rival: state.rival,
    moves: state.moves,
    doubt: state.doubt,
  };
}
