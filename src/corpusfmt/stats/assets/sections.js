// The sections of the page, each made of the figures in `data`.

const whole = data.articles;
const most = (rows, value) => Math.max(1, ...rows.map(value));
const shareColumn = (value) => ({ label: "Share", kind: "number", value,
  show: (row) => percent(value(row), whole) });
const barColumn = (value, top) => ({ label: "", kind: "bars", value,
  show: (row) => meter(value(row) / top) });

function overview() {
  const hosts = data.hosts_total - (data.hosts.some((host) => !host.host) ? 1 : 0);
  const dated = splitMonths().near;
  const found = data.rules.reduce((sum, rule) => sum + rule.findings, 0);
  const ends = dated.length ? [dated[0][0], dated.at(-1)[0]] : [];
  const span = [...new Set(ends)].map(monthName).join(" to ") || "no dates";
  byId("lead").textContent = `${plural(whole, "article")}, ${span}`;
  const { words } = data;
  const figures = [
    ["Articles", number(whole), data.not_read ? `${number(data.not_read)} not read` : ""],
    ["Words", number(words.total), `median ${number(words.median)} an article`],
    ["Hosts", atLeast("hosts", hosts), ""],
    ["Authors", atLeast("authors", data.authors_total), ""],
    ["Languages", number(data.languages.filter(([code]) => code).length), "guessed"],
    ["Findings", number(found), whole ? `${(found / whole).toFixed(2)} an article` : ""],
  ];
  byId("figures").append(...figures.map(([term, value, more]) =>
    el("div", {}, el("dt", {}, term), el("dd", {}, value, el("small", {}, more || "\u00a0")))));
  const states = [["clean", "no findings"], ["info", "info only"], ["warning", "warnings"],
    ["error", "errors"]];
  byId("states").append(
    el("div", { class: "stack", "aria-hidden": "true" }, ...states
      .filter(([key]) => data.states[key])
      .map(([key]) => {
        const part = el("span", { class: `is-${key}` });
        part.style.flex = `${data.states[key]} 1 0`;
        return part;
      })),
    el("ul", { class: "legend" }, ...states.map(([key, text]) => el("li", {},
      el("i", { class: `is-${key}` }), `${text} ${number(data.states[key])} `,
      el("span", { class: "faint" }, percent(data.states[key], whole))))));
  notices();
}

// A number of names, of which the rare ones may have been dropped.
const atLeast = (name, count) => (data.incomplete.includes(name) ? "> " : "") + number(count);

function notices() {
  const texts = [];
  if (data.not_read) {
    const some = data.unread.slice(0, 3).map(([path, reason]) => `${path}: ${reason}`).join("; ");
    texts.push(`${plural(data.not_read, "file")} could not be read: ${some}`);
  }
  if (data.incomplete.length) {
    texts.push(`Of very many ${data.incomplete.join(" and ")}, the rare ones are not counted.`);
  }
  byId("notices").append(...texts.map((text) => el("p", { class: "notice" }, text)));
}

const LARGEST_GAP = 240;

// The months with their numbers of articles, and those that are far from all others, which are
// errors of dates: a plot of two thousand years would show nothing.
function splitMonths() {
  const dated = data.months.filter(([month]) => month)
    .map(([month, count]) => [monthNumber(month), count]);
  const middle = sumOf(dated) / 2;
  let seen = 0;
  let first = dated.findIndex(([, count]) => (seen += count) >= middle);
  let last = first;
  const isNear = (one, other) => dated[other] && dated[other][0] - dated[one][0] <= LARGEST_GAP;
  while (first > 0 && isNear(first - 1, first)) first -= 1;
  while (isNear(last, last + 1)) last += 1;
  return { near: dated.slice(Math.max(0, first), last + 1),
    far: dated.filter((_, place) => place < first || place > last) };
}

const sumOf = (rows) => rows.reduce((all, [, count]) => all + count, 0);

function overTime() {
  const { near, far } = splitMonths();
  const undated = sumOf(data.months.filter(([month]) => !month));
  const texts = [];
  if (undated) texts.push(`${plural(undated, "article")} without a date.`);
  if (far.length) {
    const some = far.slice(0, 5).map(([month, count]) => `${monthName(month)} (${number(count)})`);
    const more = far.length > some.length ? ` and ${number(far.length - some.length)} more` : "";
    texts.push(`Not shown, 20 years or more from the others: ${some.join(", ")}${more}.`);
  }
  byId("undated").textContent = texts.join(" ");
  const counts = new Map(near);
  const bars = [];
  for (let month = near[0]?.[0]; month <= near.at(-1)?.[0]; month += 1) {
    bars.push([month, counts.get(month) ?? 0]);
  }
  plot(byId("months-plot"), { title: "Articles by month", unit: "Month", noun: "article", bars,
    total: whole, name: monthName, canZoom: bars.length > 3, ticks: monthTicks,
    label: (month) => (month % 12 ? MONTHS[month % 12].slice(0, 3) : yearOf(month)) });
}

function monthTicks(low, high, width) {
  const room = Math.max(2, Math.floor(width / 64));
  const steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];
  const step = steps.find((months) => (high - low) / months <= room) ?? 1200;
  const ticks = [];
  for (let tick = Math.ceil(low / step) * step; tick <= high; tick += step) ticks.push(tick);
  return ticks;
}

function lengths() {
  const { words } = data;
  byId("length-about").textContent = `The median is ${number(words.median)}; 80 % have between `
    + `${number(words.tenth)} and ${number(words.ninetieth)}.`;
  const bars = words.classes.map(([, , count], place) => [place, count]);
  const starts = words.classes.map(([first]) => first);
  const range = (place) => {
    const [first, end] = words.classes[place];
    if (end === null) return `${number(first)} words and more`;
    return first === end ? plural(first, "word") : `${number(first)} to ${number(end)} words`;
  };
  plot(byId("lengths-plot"), { title: "Words in an article", unit: "Words", noun: "article", bars,
    total: whole, name: range, label: (place) => number(starts[place]),
    ticks: (low, high, width) => {
      const step = Math.ceil(starts.length / Math.max(2, Math.floor(width / 46)));
      return starts.map((_, place) => place).filter((place) => place % step === 0);
    } });
  const top = most(data.languages, (row) => row[1]);
  new Table(byId("languages-table"), { caption: "Languages", rows: data.languages, page: 10,
    noun: "language", sort: 1, columns: [
      { label: "Language", value: (row) => languageName(row[0]) },
      { label: "Articles", kind: "number", value: (row) => row[1] },
      shareColumn((row) => row[1]), barColumn((row) => row[1], top)] });
}

function sources() {
  const articles = (host) => host.articles;
  const top = most(data.hosts, articles);
  new Table(byId("hosts-table"), { caption: "Hosts", rows: data.hosts, page: 10, noun: "host",
    sort: 1, total: data.hosts_total, columns: [
      { label: "Host", value: (host) => hostName(host.host) },
      { label: "Articles", kind: "number", value: articles }, shareColumn(articles),
      barColumn(articles, top),
      { label: "Words an article", kind: "number",
        value: (host) => Math.round(host.words / Math.max(1, host.articles)) },
      { label: "Findings an article", kind: "number",
        value: (host) => host.findings / Math.max(1, host.articles),
        show: (host) => (host.findings / Math.max(1, host.articles)).toFixed(2) }] });
  const topAuthor = most(data.authors, (row) => row[1]);
  new Table(byId("authors-table"), { caption: "Authors", rows: data.authors, page: 10,
    noun: "author", sort: 1, total: data.authors_total, columns: [
      { label: "Author", value: (row) => row[0], show: (row) => own(row[0]) },
      { label: "Articles", kind: "number", value: (row) => row[1] },
      shareColumn((row) => row[1]), barColumn((row) => row[1], topAuthor)] });
}

const fieldName = (name) => ({ url: "URL", related: "related links", heading: "headings",
  image: "images" }[name] ?? name);

function fields() {
  const rows = Object.entries(data.fields);
  new Table(byId("fields-bars"), { caption: "Fields", rows, page: 20, columns: [
    { label: "Field", value: (row) => fieldName(row[0]) },
    { label: "Articles", kind: "number", value: (row) => row[1] },
    shareColumn((row) => row[1]), barColumn((row) => row[1], Math.max(1, whole))] });
  const part = (host, name) => (host.fields[name] ?? 0) / Math.max(1, host.articles);
  new Table(byId("fields-table"), { caption: "Fields by host", rows: data.hosts,
    noun: "host", sort: 1, total: data.hosts_total, kind: "heat by-share", columns: [
      { label: "Host", value: (host) => hostName(host.host) },
      { label: "Articles", kind: "number", value: (host) => host.articles },
      ...Object.keys(data.fields).map((name) => ({ label: fieldName(name), kind: "cell",
        value: (host) => part(host, name), part: (host) => part(host, name),
        show: (host) => String(Math.round(100 * part(host, name))) }))] });
}

const RULES_SHOWN = 14;

function rules(findings) {
  const top = most(data.rules, (rule) => rule.findings);
  new Table(byId("rules-table"), { caption: "Findings by rule", rows: data.rules, noun: "rule",
    sort: 2, columns: [
      { label: "Rule", value: (rule) => rule.rule,
        text: (rule) => `${rule.rule} ${rule.summary}`,
        show: (rule) => el("span", {}, el("button", { type: "button", class: "link",
          onclick: () => findings.choose(rule.rule) }, rule.rule), el("br"),
        el("span", { class: "faint" }, rule.summary)) },
      { label: "Severity", value: (rule) => rule.severity, show: (rule) => severity(rule.severity),
        kind: "label" },
      { label: "Findings", kind: "number", value: (rule) => rule.findings },
      { label: "Articles", kind: "number", value: (rule) => rule.articles },
      shareColumn((rule) => rule.articles), barColumn((rule) => rule.findings, top)] });
  const shown = data.rules.slice(0, RULES_SHOWN);
  const rate = (host, rule) => (100 * (host.rules[rule.rule] ?? 0)) / Math.max(1, host.articles);
  const most_ = most(data.hosts.slice(0, 200), (host) =>
    Math.min(100, Math.max(0, ...shown.map((rule) => rate(host, rule)))));
  byId("rules-by-host-about").textContent = shown.length
    ? `Findings in 100 articles of the host, of the ${plural(shown.length, "rule")} with most `
      + "findings. Choose a number to see the findings; the arrow keys go from number to number."
    : "";
  if (shown.length) {
    new Table(byId("rules-by-host"), { caption: "Findings by host and rule", rows: data.hosts,
      noun: "host", sort: 1, total: data.hosts_total, kind: "heat by-rate", columns: [
        { label: "Host", value: (host) => hostName(host.host) },
        { label: "Articles", kind: "number", value: (host) => host.articles },
        ...shown.map((rule) => ({ label: rule.rule, kind: "cell",
          value: (host) => rate(host, rule), part: (host) => Math.min(1, rate(host, rule) / most_),
          show: (host) => rateButton(host, rule, rate(host, rule), findings) }))] });
  } else byId("rules-by-host").append(el("p", { class: "empty" }, "No findings."));
  kinds();
}

function rateButton(host, rule, rate, findings) {
  if (!rate) return "";
  const small = rate < 0.05 ? "< 0.1" : rate.toFixed(1);
  const shown = rate < 10 ? small : String(Math.round(rate));
  return el("button", { type: "button", "aria-label":
    `${hostName(host.host)}, ${rule.rule}: ${shown} findings in 100 articles`,
  onclick: () => findings.choose(rule.rule, host.host) }, shown);
}

function kinds() {
  const rows = data.rules.filter((rule) => rule.scope === "file")
    .flatMap((rule) => Object.entries(rule.kinds));
  if (!rows.length) {
    byId("kinds-table").append(el("p", { class: "empty" }, "None was found."));
    return;
  }
  new Table(byId("kinds-table"), { caption: "Files that are not articles", rows, noun: "kind",
    sort: 1, columns: [{ label: "Kind", value: (row) => row[0] },
      { label: "Files", kind: "number", value: (row) => row[1] }, shareColumn((row) => row[1]),
      barColumn((row) => row[1], most(rows, (row) => row[1]))] });
}

function alike(findings) {
  const what = Object.fromEntries(data.rules.map((rule) => [rule.rule, rule.summary]));
  table("groups-table", data.groups, { caption: "Articles that are alike", noun: "group",
    sort: 1, total: data.groups_total, page: 10, columns: [
      { label: "Files, and how their text begins", value: (group) => group.first,
        text: (group) => [group.first, ...group.others, group.excerpt, group.rule].join(" "),
        show: members },
      { label: "Articles", kind: "number", value: (group) => group.articles },
      { label: "Why", kind: "label", value: (group) => group.rule,
        show: (group) => el("button", { type: "button", class: "link",
          title: what[group.rule] ?? "", onclick: () => findings.choose(group.rule) },
        group.rule) }] });
  table("paragraphs-table", data.shared_paragraphs, { caption: "Paragraphs that a host repeats",
    noun: "paragraph", sort: 1, total: data.shared_paragraphs_found, page: 10, columns: [
      { label: "Paragraph", value: (one) => one.excerpt, text: (one) => one.excerpt + one.path,
        show: (one) => el("span", {}, own(one.excerpt), el("br"),
          el("span", { class: "faint" }, `${one.path}:${one.line}`)) },
      { label: "Articles", kind: "number", value: (one) => one.articles },
      { label: "Host", value: (one) => one.host }] });
}

function table(id, rows, options) {
  if (rows.length) new Table(byId(id), { ...options, rows });
  else byId(id).append(el("p", { class: "empty" }, "None was found."));
}

const FILES_SHOWN = 3;

function members(group) {
  const paths = [group.first, ...group.others].slice(0, FILES_SHOWN);
  const more = group.articles - paths.length;
  const lines = paths.flatMap((path) => [path, el("br")]);
  if (more) lines.push(`and ${number(more)} more`, el("br"));
  return el("span", {}, ...lines, el("span", { class: "faint" }, own(group.excerpt)));
}

function articles() {
  const shown = data.shown_articles;
  byId("articles-about").textContent = shown.length < whole
    ? `A random sample of ${number(shown.length)} of ${number(whole)} articles, the same in each `
      + "report of the same files. The figures above are those of all articles."
    : "All articles.";
  table("articles-table", shown, { caption: "Articles", noun: "article", columns: [
    { label: "Title", value: (one) => one.title, text: (one) => `${one.title} ${one.path}`,
      show: (one) => el("span", {}, one.title ? own(one.title)
        : el("span", { class: "faint" }, "no title"), el("br"),
      el("span", { class: "faint" }, one.path)) },
    { label: "URL", value: (one) => one.host, text: (one) => one.url,
      show: (one) => (one.url ? shortLink(one) : el("span", { class: "faint" }, "–")) },
    { label: "Month", value: (one) => one.month, kind: "label" },
    { label: "Language", value: (one) => one.language, kind: "label" },
    { label: "Words", kind: "number", value: (one) => one.words },
    { label: "Findings", kind: "number", value: (one) => one.findings }] });
}

function shortLink(article) {
  const made = link(article.url);
  if (made.tagName === "A") {
    made.title = article.url;
    made.replaceChildren(article.host || article.url);
  }
  return made;
}

function aboutFindings() {
  const found = data.rules.reduce((sum, rule) => sum + rule.findings, 0);
  const shown = data.findings.length;
  byId("findings-about").textContent = shown < found
    ? `A random sample of ${number(shown)} of ${number(found)} findings, the same in each report `
      + "of the same files: each rule has the same share, where it has so many."
    : "All findings, by path.";
}

function navigation() {
  const links = [...document.querySelectorAll("main section")].map((section) => {
    const anchor = el("a", { href: `#${section.id}` }, section.querySelector("h2").textContent);
    return [section, anchor];
  });
  byId("nav").append(...links.map(([, anchor]) => el("li", {}, anchor)));
  const mark = () => {
    const current = links.filter(([section]) => section.getBoundingClientRect().top < 90).at(-1)
      ?? links[0];
    for (const [, anchor] of links) {
      if (anchor === current[1]) anchor.setAttribute("aria-current", "true");
      else anchor.removeAttribute("aria-current");
    }
  };
  addEventListener("scroll", mark, { passive: true });
  mark();
}

startTheme();
navigation();
overview();
overTime();
lengths();
sources();
fields();
aboutFindings();
const findings = new Findings(byId("findings-list"));
rules(findings);
alike(findings);
articles();
