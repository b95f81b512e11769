// Elements, numbers and names. Text from articles becomes text nodes only, never markup.

const data = JSON.parse(document.getElementById("data").textContent);

function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (key === "class") element.className = value;
    else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key.startsWith("--")) element.style.setProperty(key, value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const byId = (id) => document.getElementById(id);
const number = (value) => value.toLocaleString("en");

function percent(part, whole, digits = 1) {
  if (!whole) return "–";
  const share = (100 * part) / whole;
  if (part && share < 0.05 && digits === 1) return "< 0.1 %";
  return `${share.toFixed(digits)} %`;
}

const plural = (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;

// What an article says, in its own direction.
const own = (text) => el("bdi", {}, text);

// A link for http and https only; what else a URL may be is shown as text.
function link(url) {
  let parsed = null;
  try { parsed = new URL(url); } catch { /* not a URL */ }
  if (!parsed || !["http:", "https:"].includes(parsed.protocol)) return own(url);
  return el("a", { href: parsed.href, rel: "noreferrer noopener", target: "_blank" }, own(url));
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December"];

const monthNumber = (month) => 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7)) - 1;
const yearOf = (index) => String(Math.floor(index / 12)).padStart(4, "0");
const monthName = (index) => `${MONTHS[index % 12]} ${yearOf(index)}`;

function names(type) {
  try { return new Intl.DisplayNames(["en"], { type }); } catch { return null; }
}

const languageNames = names("language");
const scriptNames = names("script");

function languageName(code) {
  if (!code) return "Not known";
  try {
    if (code.length === 4) return `${scriptNames.of(code)} script, language not known`;
    return languageNames.of(code);
  } catch { return code; }
}

const hostName = (host) => host || "No URL";

// ---------------------------------------------------------------- theme

const THEMES = ["auto", "light", "dark"];
const redraws = [];

function stored() {
  try { return localStorage.getItem("corpusfmt-theme"); } catch { return null; }
}

function setTheme(theme) {
  const button = byId("theme");
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  button.textContent = `Theme: ${theme}`;
  button.dataset.theme = theme;
  redraws.forEach((redraw) => redraw());
}

function startTheme() {
  const button = byId("theme");
  setTheme(THEMES.includes(stored()) ? stored() : "auto");
  button.addEventListener("click", () => {
    const next = THEMES[(THEMES.indexOf(button.dataset.theme) + 1) % THEMES.length];
    try { localStorage.setItem("corpusfmt-theme", next); } catch { /* not for local files */ }
    setTheme(next);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    redraws.forEach((redraw) => redraw());
  });
  // Paper is light, and its width is not that of the window.
  let before = null;
  window.addEventListener("beforeprint", () => {
    before = button.dataset.theme;
    document.documentElement.dataset.theme = "light";
    redraws.forEach((redraw) => redraw(660));
  });
  window.addEventListener("afterprint", () => setTheme(before ?? "auto"));
}

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
