// Scenarios that were kept, side by side.
import { byId, el, fixed, named, plain, signed } from "./text.js";

/** A line each; `show` and `remove` take the number of one that was kept. */
export function showScenarios(rows, show, remove) {
  const hasRival = rows.some((row) => row.rival !== null);
  byId("scenarios").replaceChildren(
    el("table", { class: "kept" },
      el("thead", {},
        el("tr", {},
          ...["Scenario", "Rank", "Score", ...(hasRival ? ["Beside", "Points"] : []), ""].map((header) =>
            header === "" ? el("td") : el("th", { scope: "col" }, header)))),
      el("tbody", {},
        ...rows.map((row, i) =>
          el("tr", {},
            el("th", { scope: "row" }, named(row.name)),
            el("td", { class: "number" }, String(row.place.rank)),
            el("td", { class: "number" }, fixed(row.place.of.score)),
            hasRival ? el("td", { class: "number" }, row.rival === null ? "" : fixed(row.rival.of.score)) : null,
            hasRival ? el("td", { class: "number" }, row.difference === null ? "" : signed(row.difference)) : null,
            el("td", { class: "acts" },
              el("button", { type: "button", class: "link", "aria-label": "Show " + plain(row.name), onclick: () => show(i - 1) }, "show"),
              i === 0 ? null
                : el("button", { type: "button", class: "link", "aria-label": "Remove " + plain(row.name), onclick: () => remove(i - 1) }, "remove")))))));
}
