// Bar charts by uPlot: hover, arrow keys, a table of the same numbers, and colours of the theme.

const HEIGHT = 220;

// `bars` are [x, count]; `name` makes the name of a bar, `ticks` the places of the labels between
// two x, and `label` the text of one.
function plot(place, { title, unit, noun, bars, name, ticks, label, total, canZoom }) {
  if (!bars.length) {
    place.replaceChildren(el("p", { class: "empty" }, "None."));
    return;
  }
  const about = canZoom ? " Drag to zoom, double-click to show all." : "";
  const speech = el("p", { class: "unseen", "aria-live": "polite" });
  const box = el("div", { class: "plot", tabindex: "0", role: "group",
    "aria-roledescription": "bar chart",
    "aria-label": `${title}. The arrow keys go from bar to bar.` });
  const rows = bars.filter((bar) => bar[1]);
  const table = el("div", {});
  const details = el("details", { ontoggle: () => {
    if (!table.childElementCount) listBars(table, { title, unit, rows, name, total });
  } }, el("summary", {}, "Show as a table"), table);
  place.replaceChildren(box, el("p", { class: "note hint" },
    `Point at a bar, or use the arrow keys.${about}`), speech, details);

  const xs = bars.map((bar) => bar[0]);
  const describe = (at) =>
    `${name(xs[at])}: ${plural(bars[at][1], noun)}, ${percent(bars[at][1], total)}`;
  let chart = null;
  const draw = (width = box.clientWidth - 20) => {
    const span = chart ? [chart.scales.x.min, chart.scales.x.max] : null;
    if (chart) chart.destroy();
    chart = new uPlot(optionsOf(width, xs, { ticks, label, canZoom, describe }),
      [xs, bars.map((bar) => bar[1])], box);
    if (span && canZoom) chart.setScale("x", { min: span[0], max: span[1] });
  };
  draw();
  redraws.push(draw);
  new ResizeObserver(() => {
    const width = box.clientWidth - 20;
    if (width > 0 && Math.abs(width - chart.width) > 1) chart.setSize({ width, height: HEIGHT });
  }).observe(box);
  walk(box, () => chart, xs.length, (at) => { speech.textContent = describe(at); });
}

function optionsOf(width, xs, { ticks, label, canZoom, describe }) {
  const font = "12px system-ui, sans-serif";
  const [muted, line] = [colour("--muted"), colour("--line")];
  const axis = { stroke: muted, font, ticks: { show: false } };
  return {
    width, height: HEIGHT, legend: { show: false }, padding: [8, 8, 0, 0],
    scales: { x: { time: false, range: (own, low, high) => canZoom
      ? [low - 0.6, high + 0.6] : [xs[0] - 0.6, xs.at(-1) + 0.6] },
      y: { range: (own, low, high) => [0, Math.max(1, high * 1.06)] } },
    series: [{}, { fill: colour("--accent"), width: 0, points: { show: false },
      paths: uPlot.paths.bars({ size: [0.78, 44], radius: 0 }) }],
    axes: [
      { ...axis, grid: { show: false }, size: 30, values: (own, splits) => splits.map(label),
        splits: (own, at, low, high) => ticks(low, high, width) },
      { ...axis, grid: { stroke: line, width: 1 }, size: 54, space: 45,
        incrs: [1, 2, 5].flatMap((step) => [0, 1, 2, 3, 4, 5, 6, 7].map((up) => step * 10 ** up))
          .sort((one, other) => one - other),
        values: (own, splits) => splits.map(number) },
    ],
    cursor: { y: false, points: { show: false }, drag: { x: Boolean(canZoom), y: false } },
    hooks: { setCursor: [(own) => showTip(own, describe)] },
  };
}

function showTip(chart, describe) {
  const tip = byId("tip");
  const at = chart.cursor.idx;
  if (at === null || at === undefined || chart.cursor.left < 0) {
    tip.hidden = true;
    return;
  }
  tip.textContent = describe(at);
  tip.hidden = false;
  const box = chart.over.getBoundingClientRect();
  const x = box.left + chart.valToPos(chart.data[0][at], "x") - tip.offsetWidth / 2;
  const widest = document.documentElement.clientWidth - tip.offsetWidth - 8;
  tip.style.left = `${scrollX + Math.max(8, Math.min(x, widest))}px`;
  tip.style.top = `${scrollY + box.top - 6}px`;
}

function walk(box, chartOf, count, speak) {
  let at = -1;
  const go = (place) => {
    const chart = chartOf();
    at = Math.max(0, Math.min(count - 1, place));
    const left = chart.valToPos(chart.data[0][at], "x");
    chart.setCursor({ left, top: chart.over.clientHeight / 2 });
    speak(at);
  };
  const hide = () => {
    chartOf().setCursor({ left: -10, top: -10 });
    byId("tip").hidden = true;
  };
  box.addEventListener("keydown", (event) => {
    const places = { ArrowRight: at + 1, ArrowLeft: at < 0 ? count - 1 : at - 1, Home: 0,
      End: count - 1 };
    if (event.key in places) {
      event.preventDefault();
      go(places[event.key]);
    } else if (event.key === "Escape") hide();
  });
  box.addEventListener("blur", hide);
}

function listBars(place, { title, unit, rows, name, total }) {
  new Table(place, { caption: title, rows, noun: "row", columns: [
    { label: unit, value: (row) => row[0], show: (row) => name(row[0]), kind: "label",
      text: (row) => name(row[0]) },
    { label: "Articles", value: (row) => row[1], kind: "number" },
    { label: "Share", value: (row) => row[1], show: (row) => percent(row[1], total),
      kind: "number" },
  ] });
}
