// Elements and texts. Text is only ever set as text, never as markup; what numbers say is rounded
// here as the library's tables round it: decimally, a half away from zero.

/** An element with attributes and children; strings become text, null is left out. */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) {
      made.addEventListener(name.slice(2), value);
    } else if (value === true) {
      made.setAttribute(name, "");
    } else if (value !== null && value !== false) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

export const byId = (id) => document.getElementById(id);

/** Text from files without the characters that would turn what follows it. */
export const plain = (text) => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "\ufffd");

/** A name from files, whose direction is its own. */
export const named = (text) => el("bdi", {}, plain(text));

/** Shows something from 0 to 1 by where it stands or how wide it is; the style sheet says how. */
export function place(element, from, to = null) {
  element.style.setProperty("--from", from);
  if (to !== null) {
    element.style.setProperty("--to", to);
  }
  return element;
}

const formats = new Map();

function format(options) {
  const key = JSON.stringify(options);
  if (!formats.has(key)) {
    formats.set(key, new Intl.NumberFormat("en", { useGrouping: false, ...options }));
  }
  return formats.get(key);
}

/** Without the sign of a zero, and with a minus that is as wide as a plus. */
const signs = (text) => (/^-0\.?0*$/.test(text) ? text.slice(1) : text).replace("-", "\u2212");

export function fixed(number, digits = 1) {
  return signs(format({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(number));
}

export function signed(number, digits = 1) {
  const text = fixed(number, digits);
  return number > 0 && /[1-9]/.test(text) ? "+" + text : text;
}

export const percent = (share, digits = 1) =>
  signs(
    format({ style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits })
      .format(share))
    .replace("%", "\u00a0%");

/** Only nothing reads as 0 % and only all as 100 %. */
export function likely(share) {
  const text = percent(share, 1);
  if (share > 0 && text === "0.0\u00a0%") return "<0.1\u00a0%";
  return share < 1 && text === "100.0\u00a0%" ? ">99.9\u00a0%" : text;
}

export const count = (number) => new Intl.NumberFormat("en").format(number);

/** A reading; what it counts is said beside its name. */
export function reading(number, unit) {
  if (number === null) return "no reading";
  if (unit === "fraction") return percent(number, 1);
  const digits = Math.abs(number) >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 4 };
  return signs(format(digits).format(number));
}

/** What a reading counts, if that has to be said. */
export const unit = (text) => (text === "" || text === "fraction" ? "" : plain(text));
