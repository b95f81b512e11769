// The findings in their articles, chosen by rule, severity, host and text.

const FINDINGS_PAGE = 10;

class Findings {
  constructor(place) {
    this.start = 0;
    this.rule = "";
    this.severity = "";
    this.host = "";
    this.wanted = "";
    this.list = el("div", {});
    this.status = el("span", { class: "count", role: "status" });
    this.previous = this.turner("‹", "Previous findings", -1);
    this.next = this.turner("›", "Next findings", 1);
    const hosts = [...new Set(data.findings.map((finding) => finding.host))].sort();
    this.rules = this.choice("Rule", "rule", "All rules",
      data.rules.map((rule) => [rule.rule, `${rule.rule} (${number(rule.findings)})`]));
    this.severities = this.choice("Severity", "severity", "All severities",
      ["error", "warning", "info"].map((name) => [name, name]));
    this.hosts = this.choice("Host", "host", "All hosts",
      hosts.map((host) => [`=${host}`, hostName(host)]));
    this.input = el("input", { type: "search", placeholder: "Path, title or message",
      "aria-label": "Filter findings", oninput: () => {
        this.wanted = this.input.value.trim().toLowerCase();
        this.change();
      } });
    place.replaceChildren(el("div", { class: "tools" }, this.rules, this.severities, this.hosts,
      el("label", {}, this.input), this.status, this.previous, this.next), this.list);
    this.draw();
  }

  turner(sign, label, pages) {
    return el("button", { type: "button", class: "button", "aria-label": label, onclick: () => {
      this.start += pages * FINDINGS_PAGE;
      this.draw();
    } }, sign);
  }

  choice(label, key, all, entries) {
    const select = el("select", { "aria-label": label, onchange: () => {
      this[key] = select.value;
      this.change();
    } }, el("option", { value: "" }, all),
    ...entries.map(([value, text]) => el("option", { value }, text)));
    return el("label", {}, select);
  }

  change() {
    this.start = 0;
    this.draw();
  }

  // Show the findings of a rule, and of a host if one is given, and go there.
  choose(rule, host) {
    this.rule = rule;
    this.host = host === undefined ? "" : `=${host}`;
    this.severity = this.wanted = this.input.value = "";
    this.rules.firstChild.value = this.rule;
    this.severities.firstChild.value = "";
    this.hosts.firstChild.value = this.host;
    if (this.hosts.firstChild.value !== this.host) this.host = this.hosts.firstChild.value = "";
    this.change();
    byId("findings").scrollIntoView();
    this.rules.firstChild.focus({ preventScroll: true });
  }

  chosen() {
    return data.findings.filter((finding) =>
      (!this.rule || finding.rule === this.rule)
      && (!this.severity || finding.severity === this.severity)
      && (!this.host || `=${finding.host}` === this.host)
      && (!this.wanted || [finding.path, finding.title, finding.message].some((text) =>
        text.toLowerCase().includes(this.wanted))));
  }

  draw() {
    const chosen = this.chosen();
    const shown = chosen.slice(this.start, this.start + FINDINGS_PAGE);
    this.list.replaceChildren(...shown.map(card));
    if (!chosen.length) this.list.append(el("p", { class: "empty" }, "No finding like this."));
    const first = chosen.length ? this.start + 1 : 0;
    this.status.textContent =
      `${number(first)}–${number(this.start + shown.length)} of ${number(chosen.length)}`;
    this.previous.disabled = this.start === 0;
    this.next.disabled = this.start + FINDINGS_PAGE >= chosen.length;
  }
}

const severity = (name) => el("span", { class: `severity ${name}` },
  el("i", { class: `is-${name}` }), name);

function card(finding) {
  return el("article", { class: "finding" },
    el("header", {}, severity(finding.severity), el("code", {}, finding.rule),
      el("span", { class: "place" }, `${finding.path}:${finding.line}:${finding.column}`)),
    el("h4", {}, own(finding.message)),
    finding.expected && el("p", { class: "expected" }, "Expected: ", own(finding.expected)),
    el("figure", {}, el("div", { class: "excerpt", dir: "auto" }, finding.before,
      el("mark", {}, finding.marked), finding.after),
    el("figcaption", {}, finding.title ? own(finding.title) : "No title")));
}
