// Joins the parts: a move is asked at once, one question at a time, and then more surely.
import * as api from "./api.js";
import { build, show } from "./sliders.js";
import { fromAddress, isMoved, nothingMoved, question, toAddress } from "./state.js";
import { prepare } from "./load.js";
import { showCard, showRanking, showRanks, showWaterfall } from "./ranking.js";
import { showLead, showSure } from "./sure.js";
import { showScenarios } from "./scenarios.js";
import { byId, el, named, plain } from "./text.js";

/** How long nothing has to move before many draws are made, in milliseconds. */
const PAUSE = 250;

let state;
let details;
let last;
/** A weight that is being dragged, and where weights were before: they keep their proportions. */
let drag = null;
let isAsking = false;
let isPending = false;
let refining = null;
let pause;
/** Why the case of the address is not shown. */
let notice = null;
/** Which comparison of scenarios was asked last. */
let compared = 0;

/** Shows what went wrong; else what stays to be said of the address. */
function tell(fault) {
  const told = fault ?? notice;
  byId("fault").textContent = told === null ? "" : plain(told.message);
  byId("fault").hidden = told === null;
}

/** Runs what may be refused, and says so if it is. */
async function attempt(work) {
  try {
    return await work();
  } catch (e) {
    if (e.name !== "AbortError") tell(e);
    return null;
  }
}

/** Writes the address; a step back in the browser goes to what was chosen, not to each move. */
function write(isChoice = false) {
  history[isChoice ? "pushState" : "replaceState"](null, "", toAddress(state));
}

/** Asks what a move changes. While an answer is awaited, only the last of further moves is asked. */
async function ask() {
  clearTimeout(pause);
  refining?.abort();
  if (isAsking) {
    isPending = true;
    return;
  }
  isAsking = true;
  const id = state.case;
  const asked = { ...question(state) };
  if (drag !== null) Object.assign(asked, { moves: drag.base, share: { code: drag.code, share: drag.share } });
  try {
    const moved = await api.move(id, asked);
    if (!isPending && id === state.case) {
      state.moves = moved.moves;
      tell(null);
      draw(moved);
      write();
      if (drag?.isOver) drag = null;
      pause = setTimeout(refine, PAUSE);
    }
  } catch (e) {
    tell(e);
    drag = null;
  }
  isAsking = false;
  if (isPending) {
    isPending = false;
    ask();
  }
}

/** Asks for many draws, unless something moves meanwhile. */
async function refine() {
  if (last.sure === null || last.sure.widestHalfWidth === 0) return;
  refining = new AbortController();
  const { signal } = refining;
  try {
    const sure = await api.sure(state.case, question(state), signal);
    if (!signal.aborted) drawSure(sure, true);
  } catch (e) {
    // 409: a newer question has taken its place.
    if (!signal.aborted && e.status !== 409) tell(e);
  }
}

function draw(moved) {
  const isNew = last === undefined || last.of !== details.summary.id;
  last = { ...moved, of: details.summary.id };
  if (isNew) build(details, moved.sliders, moveReading, { moved: moveWeight, ended: endWeight, reset: resetWeights });
  show(moved.sliders, state.moves, state.country, moved.card);
  showLead(moved.comparison, moved.card);
  showRanking(moved.ranking, state, choose);
  if (byId("card-fold").open) showCard(moved.card);
  showWaterfall(moved.comparison, details, byId("by-indicator").checked);
  drawSure(moved.sure, moved.sure === null || moved.sure.widestHalfWidth === 0);
  byId("reset").disabled = !isMoved(state.moves);
}

function drawSure(sure, isLast) {
  showSure(sure, isLast, last.card.of.name);
  showRanks(sure);
}

function moveReading(code, value) {
  drag = null;
  const of = { ...(state.moves.readings[state.country] ?? {}) };
  if (value === null) delete of[code];
  else of[code] = value;
  const readings = { ...state.moves.readings, [state.country]: of };
  if (Object.keys(of).length === 0) delete readings[state.country];
  state.moves = { ...state.moves, readings };
  ask();
}

function moveWeight(code, share) {
  if (drag === null || drag.code !== code || drag.isOver) drag = { code, base: state.moves };
  drag.share = share;
  drag.isOver = false;
  ask();
}

function endWeight() {
  if (drag !== null) {
    drag.isOver = true;
    if (!isAsking) drag = null;
  }
}

/** All weights of a factor go back together, as they have moved together. */
function resetWeights(code) {
  const of = last.sliders.factors.find((factor) => factor.children.some((child) => child.code === code));
  const weights = { ...state.moves.weights };
  for (const child of of.children) delete weights[child.code];
  drag = null;
  state.moves = { ...state.moves, weights };
  ask();
}

function choose(country) {
  if (country === state.rival) state.rival = state.country;
  state.country = country;
  fillCountries();
  write(true);
  ask();
  compareScenarios();
}

async function compareScenarios() {
  const asked = ++compared;
  const rows = await attempt(() =>
    api.scenarios(state.case, { ...question(state), scenarios: state.scenarios }));
  if (rows !== null && asked === compared) showScenarios(rows, showKept, removeKept);
}

function showKept(i) {
  state.moves = i < 0 ? nothingMoved() : structuredClone(state.scenarios[i].moves);
  write(true);
  ask();
}

function removeKept(i) {
  state.scenarios.splice(i, 1);
  write();
  compareScenarios();
}

function options(select, choices, chosen) {
  select.replaceChildren(...choices.map(([value, text]) => el("option", { value, selected: value === chosen }, plain(text))));
}

function fillCountries() {
  const all = details.countries.map((of) => [of.code, of.name + " (" + of.code + ")"]);
  options(byId("country"), all, state.country);
  options(byId("rival"), [["", "nobody"], ...all.filter(([code]) => code !== state.country)], state.rival ?? "");
}

async function fillCases() {
  const all = await api.cases();
  options(byId("case"), all.map((of) => [of.id, of.title]), state.case);
  byId("remove").hidden = !state.case.startsWith("loaded-");
  return all;
}

/** Shows a case as an address says it; what that leaves open is chosen here. */
async function open(said) {
  const all = await attempt(api.cases);
  if (all === null) return;
  let id = said.case ?? all[0].id;
  notice = null;
  try {
    details = await api.details(id);
  } catch (e) {
    // What there is instead, and why.
    notice = e;
    said = fromAddress("");
    id = all[0].id;
    details = await api.details(id);
  }
  const codes = details.countries.map((of) => of.code);
  state = {
    ...said,
    case: id,
    country: said.country ?? codes[0],
    rival: said.rival ?? (said.country === null ? codes[1] ?? null : null),
  };
  last = undefined;
  drag = null;
  await fillCases();
  fillCountries();
  byId("weights").value = state.doubt.weights;
  byId("readings").checked = state.doubt.readings;
  byId("not-ranked").replaceChildren(...leftOut());
  write();
  tell(null);
  ask();
  compareScenarios();
}

/** What the files have and the desk does not show. */
function leftOut() {
  const lines = details.notRanked.map((of) => of.country + ": " + of.reasons.join("; "));
  if (details.leftOut.length > 0) lines.push("Left out, as the model has not: " + details.leftOut.join(", "));
  return lines.length === 0 ? [] : [
    el("details", {}, el("summary", {}, lines.length + " not shown, and why"),
      el("ul", {}, ...lines.map((line) => el("li", {}, named(line)))))];
}

async function download() {
  const button = byId("report");
  button.disabled = true;
  await attempt(async () => {
    const page = await api.report(state.case, { ...question(state), scenarios: state.scenarios });
    const url = URL.createObjectURL(page);
    el("a", { href: url, download: state.case + ".html" }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    tell(null);
  });
  button.disabled = false;
}

function listen() {
  const changed = (id, what) => byId(id).addEventListener("change", (event) => { what(event.target); write(true); ask(); });
  byId("case").addEventListener("change", (event) => {
    history.pushState(null, "", "#case=" + encodeURIComponent(event.target.value));
    open(fromAddress(location.hash));
  });
  byId("country").addEventListener("change", (event) => choose(event.target.value));
  changed("rival", (of) => { state.rival = of.value || null; compareScenarios(); });
  changed("weights", (of) => { state.doubt = { ...state.doubt, weights: of.value }; });
  changed("readings", (of) => { state.doubt = { ...state.doubt, readings: of.checked }; });
  byId("by-indicator").addEventListener("change", (event) => showWaterfall(last.comparison, details, event.target.checked));
  byId("card-fold").addEventListener("toggle", () => showCard(last.card));
  byId("swap").addEventListener("click", () => { if (state.rival !== null) choose(state.rival); });
  byId("reset").addEventListener("click", () => showKept(-1));
  byId("report").addEventListener("click", download);
  byId("remove").addEventListener("click", () => attempt(async () => {
    await api.remove(state.case);
    history.pushState(null, "", "#");
    await open(fromAddress(""));
  }));
  byId("keep").addEventListener("submit", (event) => {
    event.preventDefault();
    state.scenarios.push({ name: byId("name").value, moves: structuredClone(state.moves) });
    byId("name").value = "";
    write(true);
    compareScenarios();
  });
  byId("skip").addEventListener("click", (event) => {
    // The address is taken: it says what the page shows.
    event.preventDefault();
    byId("sliders").focus();
  });
  prepare((loaded) => {
    history.pushState(null, "", "#case=" + loaded.summary.id);
    open(fromAddress(location.hash));
  });
  window.addEventListener("popstate", () => open(fromAddress(location.hash)));
}

listen();
open(fromAddress(location.hash));
