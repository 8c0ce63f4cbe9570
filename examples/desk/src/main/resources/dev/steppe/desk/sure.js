// The answer in a line, and how sure it is.
import { byId, count, el, fixed, likely, named, percent, place, plain } from "./text.js";

/** The two scores and what lies between them. */
export function showLead(comparison, card) {
  const lead = byId("lead");
  if (comparison === null) {
    lead.replaceChildren(named(card.of.name), " scores ", el("strong", {}, fixed(card.of.score)), ".");
    return;
  }
  const { first, second, difference } = comparison;
  const points = fixed(Math.abs(difference));
  lead.replaceChildren(
    named(first.name), " ", el("strong", {}, fixed(first.score)), ", ",
    named(second.name), " ", el("strong", {}, fixed(second.score)), ": ",
    points === "0.0" ? "level" : points + " points " + (difference < 0 ? "below" : "above"),
    comparison.decided ? "." : ", and readings within their bounds could turn it round.");
}

/** How often who is the riskier; by few draws at first, then by many. */
export function showSure(sure, isLast, name) {
  const pair = byId("pair");
  const note = byId("error");
  pair.classList.toggle("rough", sure !== null && !isLast);
  if (sure === null) {
    pair.replaceChildren();
    byId("sentence").textContent = "";
    note.textContent = "Nothing is drawn: weights and readings are taken as they are.";
    return;
  }
  byId("sentence").textContent = sure.pair === null ? "" : plain(sure.pair.sentence) + ".";
  pair.replaceChildren(...(sure.pair === null ? [] : bars(sure.pair, name)));
  note.textContent = sure.widestHalfWidth === 0
    ? "Exact, not from draws."
    : count(sure.draws) + " draws: shares of them are within \u00b1" + likely(sure.widestHalfWidth)
      + " (at " + percent(sure.level, 0) + ")" + (isLast ? "." : "; more are being made.");
}

function bars(pair, name) {
  const riskier = pair.riskier.value;
  const level = Math.min(1, riskier + pair.level.value);
  return [
    el("span", { class: "shares", "aria-hidden": "true" },
      place(el("span", { class: "riskier" }), 0, riskier),
      place(el("span", { class: "even" }), riskier, level),
      place(el("span", { class: "safer" }), level, 1)),
    el("span", { class: "ends" },
      el("span", {}, named(name), " riskier " + likely(riskier)),
      el("span", {}, "safer " + likely(pair.safer.value))),
  ];
}
