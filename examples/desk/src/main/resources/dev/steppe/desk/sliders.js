// A slider for each reading of the country and for each weight, with the marks that the server found.
import { byId, el, named, percent, place, plain, reading, unit } from "./text.js";

/** The most indicators of a case whose factors are all unfolded to begin with. */
const FEW = 20;

let shown = null;

/** Where something stands between the ends of a slider, from 0 to 1. */
const on = (number, lowest, highest) =>
  highest > lowest ? Math.min(1, Math.max(0, (number - lowest) / (highest - lowest))) : 0.5;

/** Makes the sliders of a case anew; `moved` hears of readings, `weighed` of weights. */
export function build(details, sliders, moved, weighed) {
  const readings = new Map(sliders.readings.map((of) => [of.code, of]));
  shown = { readings: new Map(), weights: new Map(), notes: new Map() };
  byId("groups").replaceChildren(
    ...sliders.factors.map((factor) => group(details, factor, readings, moved, weighed)));
}

function group(details, factor, readings, moved, weighed) {
  const isWhole = factor.code === details.nodes[0].code;
  const why = el("span");
  const note = el("details", { class: "note" }, el("summary", {}, "No marks on these weights"), why);
  shown.notes.set(factor.code, { note, why });
  // On a telephone the ranking is to be found without a long way.
  const open = isWhole || (readings.size <= FEW && matchMedia("(min-width: 801px)").matches);
  return el("details", { class: "group", open },
    el("summary", {}, el("h3", {}, isWhole ? "Factors" : named(factor.name))),
    note,
    ...factor.children.map((child) =>
      row(child, readings.get(child.code), moved, factor.children.length > 1 ? weighed : null)));
}

/** What is said of a factor or indicator; one that is alone in its factor has no weight to move. */
function row(child, of, moved, weighed) {
  const counts = of === undefined ? "" : unit(of.unit);
  return el("div", { class: "row" },
    el("p", { class: "what" }, named(child.name), counts === "" ? null : el("span", { class: "note" }, " " + counts)),
    of === undefined ? null : ofReading(of, moved),
    weighed === null ? null : ofWeight(child, weighed));
}

/** A slider in its parts; what it is called and what it says is read out with it. */
function slider(code, label, attributes, heard) {
  const input = el("input", { type: "range", id: code, ...attributes });
  const says = el("output", { for: code });
  const flips = [flip(input, heard), flip(input, heard)];
  const band = el("span", { class: "band", hidden: true });
  const was = el("span", { class: "was" });
  const reset = el("button", { type: "button", class: "link reset", hidden: true }, "reset");
  const cannot = el("span", { class: "note" });
  input.addEventListener("input", () => heard.moved(Number(input.value)));
  input.addEventListener("change", () => heard.ended());
  reset.addEventListener("click", () => { heard.reset(); input.focus(); });
  const made = el("div", { class: "slider" },
    el("label", { for: code }, label), says,
    el("div", { class: "rail" }, band, was, input, ...flips.map((each) => each.mark)),
    el("p", { class: "foot" }, ...flips.map((each) => each.button), cannot, reset));
  return { made, input, says, flips, band, was, reset, cannot };
}

/** A mark on the rail, and a button under it that goes there. */
function flip(input, heard) {
  const mark = el("span", { class: "flip", hidden: true });
  const button = el("button", { type: "button", class: "link", hidden: true });
  const made = { mark, button, to: 0 };
  button.addEventListener("click", () => { heard.exact(made.to); input.focus(); });
  return made;
}

function showFlip(flip, to, at, text) {
  const isNone = to === null;
  flip.mark.hidden = isNone;
  flip.button.hidden = isNone;
  if (isNone) return;
  flip.to = to;
  place(flip.mark, at);
  flip.button.textContent = "level at " + text;
}

function ofReading(of, moved) {
  const levels = of.levels;
  const ends = levels.length > 0
    ? { min: 0, max: levels.length - 1, step: 1 }
    : { min: of.lowest, max: of.highest, step: "any" };
  const parts = slider("reading-" + of.code, "Reading", ends, {
    moved: (value) => moved(of.code, levels.length > 0 ? levels[value] : value),
    exact: (value) => moved(of.code, value),
    ended: () => {},
    reset: () => moved(of.code, null),
  });
  parts.input.setAttribute("aria-label", "Reading of " + plain(of.name));
  shown.readings.set(of.code, parts);
  return parts.made;
}

function ofWeight(of, weighed) {
  const parts = slider("weight-" + of.code, "Weight", { min: 0, max: 1, step: "any" }, {
    moved: (value) => weighed.moved(of.code, value),
    exact: (value) => { weighed.moved(of.code, value); weighed.ended(); },
    ended: () => weighed.ended(),
    reset: () => weighed.reset(of.code),
  });
  parts.input.setAttribute("aria-label", "Weight of " + plain(of.name) + " within its factor");
  shown.weights.set(of.code, parts);
  return parts.made;
}

/** Puts sliders where the server says that they are; the card says what does not apply. */
export function show(sliders, moves, country, card) {
  const mine = moves.readings[country] ?? {};
  const reasons = new Map(card.nodes.map((node) => [node.code, node.notApplicable ?? null]));
  for (const of of sliders.readings) {
    showReading(shown.readings.get(of.code), of, of.code in mine, reasons.get(of.code));
  }
  for (const factor of sliders.factors) {
    const { note, why } = shown.notes.get(factor.code);
    why.textContent = plain(factor.withoutFlips ?? "");
    note.hidden = factor.withoutFlips === null || factor.children.length === 1;
    for (const of of factor.children) {
      const parts = shown.weights.get(of.code);
      if (parts !== undefined) showWeight(parts, of, of.code in moves.weights);
    }
  }
}

/** While somebody drags it, a slider is where the pointer is. */
function set(parts, value, text) {
  if (!parts.input.matches(":active")) parts.input.value = value;
  parts.says.textContent = text;
  parts.input.setAttribute("aria-valuetext", text);
}

function showReading(parts, of, isMoved, notApplicable) {
  const { levels, lowest, highest } = of;
  // Grades stand at equal distances, whatever their numbers.
  const at = (number) => {
    if (levels.length === 0) return on(number, lowest, highest);
    const above = levels.findIndex((level) => level >= number);
    if (above <= 0) return above < 0 ? 1 : 0;
    return (above - 1 + on(number, levels[above - 1], levels[above])) / (levels.length - 1);
  };
  const now = of.now ?? lowest;
  set(parts, levels.length > 0 ? Math.round(at(now) * (levels.length - 1)) : now,
    notApplicable === null ? reading(of.now, of.unit) : "does not apply: " + plain(notApplicable));
  parts.input.disabled = notApplicable !== null || !(of.highest > of.lowest);
  parts.made.classList.toggle("missing", of.now === null);
  const isOpen = of.lower !== null && of.upper > of.lower;
  parts.band.hidden = !isOpen;
  if (isOpen) place(parts.band, at(of.lower), at(of.upper));
  parts.was.hidden = !isMoved || of.start === null;
  if (!parts.was.hidden) place(parts.was, at(of.start));
  parts.reset.hidden = !isMoved;
  parts.reset.textContent = of.start === null ? "reset to no reading" : "reset to " + reading(of.start, of.unit);
  showFlip(parts.flips[0], of.flip, of.flip === null ? 0 : at(of.flip), of.flip === null ? "" : reading(of.flip, of.unit));
  parts.made.title = plain(of.words);
  parts.cannot.textContent = [
    ...(levels.length > 0 ? ["in steps only: " + levels.map((level) => reading(level, of.unit)).join(", ")] : []),
    ...(of.flip === null && of.now !== null && of.words !== "" && !parts.input.disabled ? ["cannot bring them level"] : []),
  ].join("; ");
}

function showWeight(parts, of, isMoved) {
  set(parts, of.share, percent(of.share) + (of.share === of.effective ? "" : " of its factor, " + percent(of.effective) + " of all"));
  parts.was.hidden = !isMoved;
  place(parts.was, of.start);
  parts.reset.hidden = !isMoved;
  parts.reset.textContent = "reset these weights";
  showFlip(parts.flips[0], of.lowerFlip, of.lowerFlip, of.lowerFlip === null ? "" : percent(of.lowerFlip));
  showFlip(parts.flips[1], of.upperFlip, of.upperFlip, of.upperFlip === null ? "" : percent(of.upperFlip));
}
