// The ranking, the country's card and what makes the difference: tables with bars in them.
import { byId, el, fixed, likely, named, percent, place, reading, signed } from "./text.js";

let rows = new Map();

/** Lines of the ranking stay what they are and change their texts, so that it is quick. */
export function showRanking(ranking, state, choose) {
  const holder = byId("ranking");
  let body = holder.querySelector("tbody");
  if (body === null || rows.size !== ranking.places.length
      || !ranking.places.every((each) => rows.has(each.of.country))) {
    rows = new Map();
    body = el("tbody");
    holder.replaceChildren(
      el("table", { class: "ranking" },
        el("thead", {},
          el("tr", {},
            ...["Rank", "Country", "Score", "0 to 100", "Likely rank", "First"].map((header) =>
              el("th", { scope: "col" }, header)))),
        body));
    for (const each of ranking.places) rows.set(each.of.country, line(each.of, choose));
  }
  let before = null;
  for (const each of ranking.places) {
    const row = rows.get(each.of.country);
    write(row.rank, String(each.rank));
    write(row.score, fixed(each.of.score));
    place(row.bar, 0, each.of.score / 100);
    place(row.range, each.of.lower / 100, each.of.upper / 100);
    const mine = each.of.country === state.country;
    row.line.className = mine ? "mine" : each.of.country === state.rival ? "other" : "";
    row.button.setAttribute("aria-pressed", String(mine));
    const next = before === null ? body.firstElementChild : before.nextElementSibling;
    if (next !== row.line) body.insertBefore(row.line, next);
    before = row.line;
  }
}

function line(of, choose) {
  const rank = el("td", { class: "number" });
  const button = el("button", { type: "button", class: "link", onclick: () => choose(of.country) }, named(of.name));
  const score = el("td", { class: "number" });
  const bar = el("span", { class: "bar" });
  const range = el("span", { class: "range" });
  const ranks = el("td", { class: "number" });
  const first = el("td", { class: "number" });
  const made = el("tr", {},
    rank, el("th", { scope: "row" }, button), score,
    el("td", { class: "drawing" }, el("span", { class: "track", "aria-hidden": "true" }, bar, range)),
    ranks, first);
  return { line: made, rank, button, score, bar, range, ranks, first };
}

/** Cells that say what they said cost nothing. */
function write(cell, text) {
  if (cell.textContent !== text) cell.textContent = text;
}

/** What the draws say of each rank; null if nothing is drawn. */
export function showRanks(sure) {
  const all = new Map((sure?.countries ?? []).map((of) => [of.country, of]));
  for (const [country, row] of rows) {
    const of = all.get(country);
    if (of === undefined) {
      write(row.ranks, "");
      write(row.first, "");
      row.first.title = "";
      continue;
    }
    write(row.ranks, of.lowRank === of.highRank ? String(of.lowRank) : of.lowRank + " to " + of.highRank);
    write(row.first, likely(of.first.value));
    row.first.title = of.first.exact ? "exact" : percent(of.first.lower) + " to " + percent(of.first.upper);
  }
}

/** What a country's score is made of. */
export function showCard(card) {
  byId("card").replaceChildren(
    el("table", {},
      el("thead", {},
        el("tr", {},
          ...["Factor, indicator", "Reading", "Value", "Weight", "Points"].map((header) =>
            el("th", { scope: "col" }, header)))),
      el("tbody", {},
        ...card.nodes.map((node) =>
          el("tr", { class: "deep" + Math.min(node.depth, 4) },
            el("th", { scope: "row", class: node.unit === null ? "factor" : null }, named(node.name)),
            el("td", { class: "number" }, node.unit === null ? "" : node.notApplicable ? "does not apply" : reading(node.reading, node.unit)),
            el("td", { class: "number" }, node.value === null ? "" : fixed(node.value)),
            el("td", { class: "number" }, percent(node.weight)),
            el("td", { class: "number" }, node.points === null ? "" : signed(node.points)))))));
  byId("remarks").replaceChildren(...card.remarks.map((remark) => el("li", {}, named(remark))));
}

/**
 * The way from the other's score to the country's. Points are the server's; here they are put one
 * after the other.
 */
export function showWaterfall(comparison, details, byIndicator) {
  const holder = byId("waterfall");
  if (comparison === null) {
    holder.replaceChildren(el("p", { class: "note" }, "Choose a country beside it."));
    return;
  }
  const root = details.nodes[0].code;
  const wanted = new Set(
    details.nodes
      .filter((node) => (byIndicator ? node.leaf : node.parent === root))
      .map((node) => node.code));
  const steps = comparison.nodes.filter((node) => wanted.has(node.code) && node.points !== null);
  if (byIndicator) steps.sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  let at = comparison.second.score;
  const ways = steps.map((step) => ({ step, from: at, to: (at += step.points) }));
  const all = [comparison.first.score, comparison.second.score, ...ways.flatMap((way) => [way.from, way.to])];
  const least = Math.max(0, Math.min(...all) - 2);
  const most = Math.min(100, Math.max(...all) + 2);
  const on = (score) => (score - least) / (most - least);
  const total = (of) =>
    el("tr", { class: "total" },
      el("th", { scope: "row" }, named(of.name)),
      el("td", { class: "drawing" },
        el("span", { class: "track" }, place(el("span", { class: "dot" }), on(of.score)))),
      el("td", { class: "number" }, fixed(of.score)));
  holder.replaceChildren(
    el("table", { class: "waterfall" },
      el("thead", { class: "unseen" },
        el("tr", {}, ...["What", "From the one score to the other", "Points"].map((header) =>
          el("th", { scope: "col" }, header)))),
      el("tbody", {},
        total(comparison.second),
        ...ways.map(({ step, from, to }) =>
          el("tr", {},
            el("th", { scope: "row" }, named(step.name)),
            el("td", { class: "drawing" },
              el("span", { class: "track" },
                place(el("span", { class: "step " + (step.points > 0 ? "riskier" : "safer") }),
                  on(Math.min(from, to)), on(Math.max(from, to))))),
            el("td", { class: "number" }, signed(step.points)))),
        total(comparison.first))),
    el("p", { class: "note" },
      "Axis from " + fixed(least, 0) + " to " + fixed(most, 0) + ". Points add up to " + signed(comparison.difference) +
      ". " + (comparison.decided
        ? "No reading within its bounds turns the order round."
        : "Readings within their bounds allow from " + signed(comparison.lower) + " to " + signed(comparison.upper) + ".")));
}
