"use strict";

const byId = id => document.getElementById(id);
const PHASES = { LOGIN_BURST: "customers log in", OPENING_AUCTION: "opening auction", CONTINUOUS_TRADING: "continuous trading" };
const CAUSES_MAX = 5, TERMS_MAX = 5, POLL_MILLIS = 1000;
let faultsDrawn = false;

function node(name, className, text) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

const seconds = value => value === null ? "–" : value.toFixed(1) + " s";

async function send(path, body) {
  byId("message").textContent = "";
  const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  if (!answer.ok) byId("message").textContent = (await answer.json()).detail ?? "the request failed";
  poll();
}

function drawFaults(state) {
  if (faultsDrawn) return;
  faultsDrawn = true;
  for (const fault of state.faults) {
    const row = node("div", "fault"), target = node("select"), inject = node("button", "", "Inject");
    target.setAttribute("aria-label", "Where to inject: " + fault.title);
    for (const name of fault.targets) target.append(new Option(name, name, name === fault.usualTarget, name === fault.usualTarget));
    inject.dataset.kind = fault.kind;
    inject.onclick = () => send("/demo/fault", { kind: fault.kind, target: target.value });
    row.append(node("b", "", fault.title), target, inject, node("small", "", fault.explanation));
    byId("faults").append(row);
  }
  const stop = node("button", "stop", "Take the fault back");
  stop.id = "recover";
  stop.onclick = () => send("/demo/recover", {});
  byId("faults").append(stop);
}

function drawButtons(state, active) {
  document.querySelectorAll("[data-kind]").forEach(button => button.disabled = !state.armed || active !== undefined);
  byId("recover").disabled = active === undefined;
}

function drawHeader(state) {
  byId("clock").textContent = state.sessionClock.slice(0, 5);
  byId("phase").textContent = PHASES[state.phase];
  const entry = state.services.find(service => service.name === "gateway");
  byId("rate").textContent = entry.measure.requestsPerSecond.toFixed(0);
  const alerting = state.alerts.length > 0;
  byId("state").className = "state" + (alerting ? " alerting" : state.armed ? " quiet" : "");
  byId("state").textContent = alerting ? state.alerts.length + (state.alerts.length === 1 ? " alert" : " alerts") : state.armed ? "all quiet" : "learning what is normal";
  byId("host").textContent = "on host " + state.host;
}

function drawAlerts(state) {
  byId("alert-count").textContent = state.alerts.length;
  byId("alerts").replaceChildren(...state.alerts.map(alert => {
    const item = node("li", "", alert.name);
    item.append(node("small", "", alert.summary));
    return item;
  }));
  if (state.alerts.length === 0) byId("alerts").append(node("li", "empty", "none"));
}

function drawTrial(trial) {
  const box = byId("trial");
  if (!trial) return box.replaceChildren(node("p", "empty", "Inject a fault: what was really done and what Faultline makes of it stand here, side by side."));
  const truth = node("div", "truth-line");
  truth.append(node("b", "", "Truth"), node("span", "", trial.truth), node("span", "empty", trial.active ? "in place" : "taken back"));
  const times = node("div", "times");
  for (const [label, value] of [["fault → alert", trial.alertSeconds], ["alert → ranking", trial.rankingSeconds], ["alert → truth first", trial.foundSeconds]]) {
    const time = node("div", "", label);
    time.prepend(node("b", "", seconds(value)));
    times.append(time);
  }
  box.replaceChildren(truth, times, ...drawRanking(trial));
}

function drawRanking(trial) {
  const ranking = trial.incident?.ranking;
  if (!ranking) return [node("p", "empty", trial.alertSeconds === null ? "No alert yet." : "An alert is in; the ranking is on its way.")];
  const head = node("p", "", `${ranking.unknown ? "Cause unknown. " : ""}${ranking.summary} (${trial.incident.alertCount} alerts in one incident)`);
  return [head, ...ranking.causes.slice(0, CAUSES_MAX).map(cause => drawCause(cause, trial))];
}

function drawCause(cause, trial) {
  const isTruth = trial.truthNames.includes(cause.name);
  const box = node("div", "cause" + (isTruth ? " truth" : "")), head = node("div", "head");
  head.append(node("b", "", `${cause.rank}. ${cause.name}`), node("span", "kind", cause.kind.toLowerCase()));
  if (isTruth) head.append(node("span", "tag", "the truth"));
  head.append(node("span", "score", `score ${cause.score.toFixed(2)}, confidence ${(cause.confidence * 100).toFixed(0)} %`));
  box.append(head);
  const terms = cause.terms.filter(term => Math.abs(term.contribution) > 0.001).sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const largest = Math.max(...terms.map(term => Math.abs(term.contribution)), 0.001);
  for (const term of terms.slice(0, TERMS_MAX)) box.append(drawTerm(term, largest));
  for (const sentence of cause.evidenceAgainst.slice(0, 2)) box.append(node("p", "against", "against: " + sentence));
  return box;
}

function drawTerm(term, largest) {
  const row = node("div", "term"), bar = node("div", "bar"), fill = node("i", term.contribution < 0 ? "against" : "");
  fill.style.width = (100 * Math.abs(term.contribution) / largest).toFixed(0) + "%";
  bar.append(fill);
  row.append(node("span", "", `${term.name} ${term.contribution >= 0 ? "+" : ""}${term.contribution.toFixed(2)}`), bar, node("span", "", term.evidence));
  return row;
}

function drawHistory(trials) {
  byId("history").replaceChildren(...trials.toReversed().map(trial => {
    const row = node("tr");
    for (const text of [trial.number, trial.title, trial.truth, seconds(trial.alertSeconds), seconds(trial.rankingSeconds), seconds(trial.foundSeconds)]) row.append(node("td", "", text));
    row.append(node("td", trial.found ? "hit" : "miss", trial.incident?.ranking ? trial.place === 0 ? "not named" : String(trial.place) : "–"));
    return row;
  }));
}

function draw(state) {
  const active = state.trials.find(trial => trial.active);
  drawHeader(state);
  drawFaults(state);
  drawButtons(state, active);
  ServiceMap.draw(byId("map"), state, new Set(active ? [active.truthNames[0]] : []));
  drawAlerts(state);
  drawTrial(state.trials.at(-1));
  drawHistory(state.trials);
}

async function poll() {
  try {
    const answer = await fetch("/demo/state");
    if (answer.status === 401) return location.assign("/login?next=/demo");
    if (answer.ok) draw(await answer.json());
    else byId("state").textContent = "the broker is starting";
  } catch {
    byId("state").className = "state";
    byId("state").textContent = "Faultline does not answer";
  }
}

poll();
setInterval(poll, POLL_MILLIS);
