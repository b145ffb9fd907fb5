"use strict";

/** The service map: a box for each service, a line for each call, dots that run where requests flow. */
const ServiceMap = (() => {
  const WIDTH = 160, HEIGHT = 88, LEFT = 8, TOP = 12, COLUMN = 206, ROW = 178;
  const SVG = "http://www.w3.org/2000/svg";

  function element(name, attributes, text) {
    const node = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    if (text !== undefined) node.textContent = text;
    return node;
  }

  const left = service => LEFT + service.column * COLUMN;
  const top = service => TOP + service.row * ROW;

  function path(from, to) {
    const y1 = top(from) + HEIGHT / 2, y2 = top(to) + HEIGHT / 2;
    if (from.column === to.column) {
      const down = to.row > from.row, x = left(from) + WIDTH / 2;
      return `M${x},${top(from) + (down ? HEIGHT : 0)} L${x},${top(to) + (down ? 0 : HEIGHT)}`;
    }
    const forward = to.column > from.column;
    const x1 = left(from) + (forward ? WIDTH : 0), x2 = left(to) + (forward ? 0 : WIDTH), bend = (x2 - x1) / 2;
    return `M${x1},${y1} C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`;
  }

  function drawCall(svg, call, byName) {
    const d = path(byName[call.from], byName[call.to]), alert = call.alerting ? " alert" : "";
    const width = 1 + Math.min(5, Math.sqrt(call.measure.requestsPerSecond) / 2);
    svg.append(element("path", { class: "edge" + alert, d, "stroke-width": width.toFixed(1) }));
    if (call.measure.requestsPerSecond > 0) svg.append(element("path", { class: "flow" + alert, d }));
  }

  function drawService(svg, service, truth) {
    const x = left(service), y = top(service), m = service.measure;
    const state = (service.alerting ? " alert" : "") + (truth.has(service.name) ? " truth" : "");
    svg.append(element("rect", { class: "box" + state, x, y, width: WIDTH, height: HEIGHT, rx: 8 }));
    svg.append(element("text", { class: "label", x: x + 12, y: y + 27 }, service.name));
    if (m.requests > 0) {
      const errors = m.errorShare > 0.005 ? `  ${(m.errorShare * 100).toFixed(0)} % err` : "";
      svg.append(element("text", { class: "figure", x: x + 12, y: y + 49 }, `${m.requestsPerSecond.toFixed(0)}/s  ${m.p95Millis.toFixed(0)} ms${errors}`));
    }
    service.instances.forEach((instance, index) => drawInstance(svg, instance, x + 17 + index * 20, y + 69, truth));
  }

  function drawInstance(svg, instance, cx, cy, truth) {
    const state = truth.has(instance.name) ? " truth" : instance.alerting || !instance.alive ? " alert" : "";
    const dot = element("circle", { class: "instance" + state, cx, cy, r: 6 });
    dot.append(element("title", {}, `${instance.name}, version ${instance.version}, process ${instance.pid}`));
    svg.append(dot);
  }

  /** Draws the state into the given element; its flowing dots go on where nothing changed. */
  function draw(svg, state, truth) {
    const fresh = document.createDocumentFragment();
    const byName = Object.fromEntries(state.services.map(service => [service.name, service]));
    state.calls.forEach(call => drawCall(fresh, call, byName));
    state.services.forEach(service => drawService(fresh, service, truth));
    svg.replaceChildren(fresh);
  }

  return { draw };
})();
