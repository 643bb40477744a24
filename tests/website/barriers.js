// What only a browser can tell about a page, asked by barriers.py: answers are lists of sentences.
"use strict";

(() => {
  const BUTTONS = "button, input[type=submit], input[type=button], input[type=reset], .kern-btn";
  const FIELDS = "input:not([type=hidden], [type=submit], [type=button], [type=reset]), select, textarea";
  const STOPS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1'])";
  const SIDES = ["Top", "Right", "Bottom", "Left"];
  const SHAPES = "rect, path, circle, ellipse, polygon";
  // WCAG 2.5.8 excepts what another control of the page does as well: the list beside the map leads to the same pages.
  const EQUIVALENT = ".verz-marker";
  const named = (element) => element.cloneNode(false).outerHTML.slice(0, 160);
  const shown = (element) => {
    const box = element.getBoundingClientRect();
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box.width > 1 && box.right > 0 && box.left < document.documentElement.clientWidth;
  };

  const painter = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const colours = new Map();
  function rgba(colour) {
    if (!colours.has(colour)) {
      painter.clearRect(0, 0, 1, 1);
      painter.fillStyle = colour;
      painter.fillRect(0, 0, 1, 1);
      colours.set(colour, painter.getImageData(0, 0, 1, 1).data);
    }
    return colours.get(colour);
  }
  function luminance(colour) {
    const [red, green, blue] = [...rgba(colour)].slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
  // WCAG 2.2, contrast ratio.
  function contrast(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }
  function behind(element) {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (rgba(colour)[3] === 255) return colour;
    }
    return "Canvas";
  }
  const isLine = (width, style, colour, ground) =>
    parseFloat(width) >= 1 && style !== "none" && style !== "hidden" && rgba(colour)[3] > 0 && contrast(colour, ground) >= 3;

  function sides(element) {
    const style = getComputedStyle(element);
    const ground = behind(element.parentElement);
    return SIDES.filter((side) =>
      isLine(style[`border${side}Width`], style[`border${side}Style`], style[`border${side}Color`], ground)).length;
  }
  function borders() {
    const problems = [];
    for (const button of document.querySelectorAll(BUTTONS)) {
      if (shown(button) && sides(button) < 4) problems.push(`no visible border: ${named(button)}`);
    }
    for (const field of document.querySelectorAll(FIELDS)) {
      if (!shown(field)) continue;
      // A box or dot that the browser draws itself keeps its border in any colours.
      const drawn = ["checkbox", "radio"].includes(field.type) && getComputedStyle(field).appearance !== "none";
      // A list to choose from stands in a frame of its own, which carries the border.
      const around = field.parentElement;
      const framed = sides(field) || (around.querySelectorAll(FIELDS).length === 1 && sides(around));
      if (!drawn && !framed) problems.push(`no visible border: ${named(field)}`);
    }
    return problems;
  }

  // One of each kind: what has the same classes in a place with the same classes has the same rules.
  function kinds(selector) {
    const found = new Map();
    for (const element of document.querySelectorAll(selector)) {
      const kind = [element, element.parentElement].map((one) => `${one.tagName} ${one.getAttribute("class")} ${one.getAttribute("aria-current")}`).join();
      if (!found.has(kind) && shown(element)) found.set(kind, element);
    }
    return [...found.values()];
  }

  const outlined = (element) => {
    const style = getComputedStyle(element);
    return isLine(style.outlineWidth, style.outlineStyle, style.outlineColor, behind(element.parentElement ?? element));
  };
  function focus() {
    const problems = [];
    for (const stop of kinds(STOPS)) {
      stop.focus({ preventScroll: true });
      if (document.activeElement === stop && !outlined(stop)) problems.push(`no outline in focus: ${named(stop)}`);
    }
    document.activeElement?.blur();
    return problems;
  }

  // Chromium exchanges the colours of text in drawings, not those of shapes; axe-core does not look into drawings.
  function drawings() {
    const problems = [];
    for (const text of document.querySelectorAll("svg text")) {
      if (!shown(text) || !text.textContent.trim()) continue;
      const drawing = text.ownerSVGElement;
      const box = text.getBoundingClientRect();
      const ground = [...drawing.querySelectorAll(SHAPES)].findLast((shape) => {
        const style = getComputedStyle(shape);
        if (style.fill === "none" || rgba(style.fill)[3] < 255 || !(shape.compareDocumentPosition(text) & 4)) return false;
        const matrix = shape.getScreenCTM();
        if (!matrix) return false;
        return shape.isPointInFill(new DOMPoint(box.x + box.width / 2, box.y + box.height / 2).matrixTransform(matrix.inverse()));
      });
      const { stroke, paintOrder } = getComputedStyle(text);
      const haloed = paintOrder.startsWith("stroke") && stroke !== "none";
      const under = haloed ? stroke : ground ? getComputedStyle(ground).fill : behind(drawing);
      const ratio = contrast(getComputedStyle(text).fill, under);
      if (ratio < 4.5) problems.push(`contrast ${ratio.toFixed(1)} in a drawing: ${text.textContent.trim().slice(0, 60)}`);
    }
    return problems;
  }

  // WCAG 1.4.10: only what needs two dimensions for its meaning may be moved sideways, inside a frame of its own.
  function reflow() {
    const root = document.documentElement;
    const problems = root.scrollWidth > root.clientWidth ? [`${root.scrollWidth - root.clientWidth} pixels wider than the window`] : [];
    for (const box of document.querySelectorAll("body, body *")) {
      if (box.scrollWidth <= box.clientWidth + 1 || !["auto", "scroll"].includes(getComputedStyle(box).overflowX)) continue;
      if (!["TEXTAREA", "SELECT"].includes(box.tagName) && !box.querySelector("table, svg, img, pre, code, iframe")) {
        problems.push(`must be moved sideways: ${named(box)}`);
      }
    }
    return problems;
  }

  // Where everything lies; the same in two colour schemes means that only rules about colours can differ.
  function layout() {
    let sum = 0;
    let place = 0;
    for (const element of document.body.querySelectorAll("*")) {
      const { x, y, width, height } = element.getBoundingClientRect();
      sum += (x + 3 * y + 7 * width + 11 * height) * (++place % 97);
    }
    return sum;
  }

  function settle() {
    for (const moving of document.getAnimations()) moving.finish();
  }
  function open() {
    for (const details of document.querySelectorAll("main details")) details.open = true;
  }

  async function judge(options) {
    settle();
    const result = await axe.run(document, options);
    for (const broken of result.violations) {
      broken.nodes = broken.nodes.filter(({ element }) => !(broken.id === "target-size" && element.matches(EQUIVALENT)));
    }
    return result.violations.filter(({ nodes }) => nodes.length).map(({ id, nodes }) => `axe ${id} (${nodes.length}): ${nodes[0].html.slice(0, 160)}`);
  }
  globalThis.barriers = { borders, drawings, focus, judge, layout, open, reflow, settle };
})();
