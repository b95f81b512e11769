// A table that can be sorted, filtered and turned page by page.
//
// `sort` is the number of the column by which the rows are sorted as they are given, downward.
// A column has a `label` and a `value` of a row, by which it is sorted; `show` makes the content of
// a cell, `kind` is "number", "bars" or "cell" (of a heat map, with the `part` that is coloured).

const PAGE = 15;

class Table {
  constructor(place, options) {
    this.options = { page: PAGE, filter: true, noun: "row", ...options };
    this.column = options.columns[options.sort ?? -1] ?? null;
    this.descending = true;
    this.start = 0;
    this.wanted = "";
    this.region = el("div", { class: "scroll", role: "region", "aria-label": options.caption });
    this.status = el("span", { class: "count", role: "status" });
    this.tools = el("div", { class: "tools" });
    place.replaceChildren(this.tools, this.region);
    if (options.note) place.append(el("p", { class: "note" }, options.note));
    this.makeTools();
    this.draw();
    new ResizeObserver(() => this.allowScrolling()).observe(this.region);
  }

  // What can be scrolled can be reached with the keyboard.
  allowScrolling() {
    if (this.region.scrollWidth > this.region.clientWidth + 1) this.region.tabIndex = 0;
    else this.region.removeAttribute("tabindex");
  }

  makeTools() {
    const { rows, filter, page, caption } = this.options;
    if (filter && rows.length > page) {
      const input = el("input", { type: "search", placeholder: "Filter", "aria-label":
        `Filter: ${caption}`, oninput: () => this.filter(input.value) });
      this.tools.append(el("label", {}, input));
    }
    this.previous = el("button", { type: "button", class: "button", "aria-label":
      `Previous page: ${caption}`, onclick: () => this.turn(-1) }, "‹");
    this.next = el("button", { type: "button", class: "button", "aria-label":
      `Next page: ${caption}`, onclick: () => this.turn(1) }, "›");
    this.tools.append(this.status, this.previous, this.next);
    this.tools.hidden = rows.length <= page;
    this.tools.style.display = rows.length <= page ? "none" : "";
  }

  filter(text) {
    this.wanted = text.trim().toLowerCase();
    this.start = 0;
    this.draw();
  }

  turn(pages) {
    this.start += pages * this.options.page;
    this.draw();
  }

  sortBy(column) {
    const isSame = this.column === column;
    this.descending = isSame ? !this.descending : column.kind !== undefined;
    this.column = column;
    this.start = 0;
    this.draw();
    this.region.querySelector("[aria-sort] button").focus();
  }

  rows() {
    const { rows, columns } = this.options;
    const texts = columns.filter((column) => column.kind === undefined);
    let found = rows;
    if (this.wanted) {
      found = rows.filter((row) => texts.some((column) =>
        String(column.text ? column.text(row) : column.value(row)).toLowerCase()
          .includes(this.wanted)));
    }
    if (!this.column) return found;
    const { value } = this.column;
    const sign = this.descending ? -1 : 1;
    return [...found].sort((one, other) => {
      const [a, b] = [value(one), value(other)];
      return sign * (typeof a === "number" ? a - b : String(a).localeCompare(String(b), "en"));
    });
  }

  draw() {
    const { columns, page, caption, kind, noun, total } = this.options;
    const rows = this.rows();
    const shown = rows.slice(this.start, this.start + page);
    const head = el("tr", {}, ...columns.map((column) => this.heading(column)));
    const body = shown.map((row) => el("tr", {}, ...columns.map((column, place) =>
      cell(column, row, place === 0))));
    this.region.replaceChildren(el("table", { class: kind },
      el("caption", {}, caption), el("thead", {}, head), el("tbody", {}, ...body)));
    if (kind && kind.includes("heat")) roam(this.region);
    const first = rows.length ? this.start + 1 : 0;
    const all = total && total > rows.length && !this.wanted ? ` (${number(total)} in all)` : "";
    this.status.textContent =
      `${number(first)}–${number(this.start + shown.length)} of ${plural(rows.length, noun)}${all}`;
    this.previous.disabled = this.start === 0;
    this.next.disabled = this.start + page >= rows.length;
  }

  heading(column) {
    const isSorted = this.column === column;
    const order = this.descending ? "descending" : "ascending";
    if (column.kind === "bars") {
      return el("th", { scope: "col", class: "bars" }, el("span", { class: "unseen" }, "Bar"));
    }
    return el("th", { scope: "col", class: classOf(column), "aria-sort": isSorted && order },
      el("button", { type: "button", onclick: () => this.sortBy(column) }, column.label));
  }
}

const classOf = (column) => column.kind ?? "name";

function cell(column, row, isFirst) {
  const content = column.show ? column.show(row) : column.value(row);
  const shown = typeof content === "number" ? number(content) : content;
  const part = column.part ? column.part(row) : null;
  const attributes = { class: classOf(column) };
  if (part !== null) attributes["--part"] = String(part);
  if (isFirst) return el("th", { scope: "row", ...attributes }, shown);
  return el("td", attributes, column.kind === "cell" && typeof shown === "string"
    ? el("span", {}, shown) : shown);
}

const meter = (part) => (part ? el("span", { class: "meter", "--part": String(part) }) : "");

// One button of a heat map is in the order of focus; the arrow keys go to the others.
function roam(region) {
  const lines = [...region.querySelectorAll("tbody tr")].map((line) =>
    [...line.querySelectorAll("td.cell")].map((place) => place.querySelector("button")));
  const buttons = lines.flat().filter(Boolean);
  buttons.forEach((button, place) => { button.tabIndex = place ? -1 : 0; });
  const steps = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
  region.onkeydown = (event) => {
    const step = steps[event.key];
    if (!step || !buttons.includes(event.target)) return;
    event.preventDefault();
    let line = lines.findIndex((own) => own.includes(event.target));
    let place = lines[line].indexOf(event.target);
    do {
      line += step[0];
      place += step[1];
    } while (lines[line] && place in lines[line] && !lines[line][place]);
    const next = lines[line] && lines[line][place];
    if (!next) return;
    event.target.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  };
}
