// Comfort only: everything works without it. Menus close with Escape and when the reader goes elsewhere;
// the search field suggests what may be meant (ARIA combobox with a list, options fetched as HTML).
"use strict";

for (const menu of document.querySelectorAll(".site-languages, .site-menu")) {
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (menu.classList.contains("site-languages") && !menu.contains(event.target)) menu.open = false;
  });
}

function suggest(form) {
  const field = form.querySelector("input[type=search]");
  const list = document.createElement("ul");
  list.id = "vorschlaege";
  list.className = "site-suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.getAttribute("aria-label"));
  form.append(list);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  })) field.setAttribute(name, value);

  let asked = "";
  let timer = 0;
  let chosen = -1;

  function close() {
    list.hidden = true;
    chosen = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function choose(number) {
    const options = list.children;
    if (!options.length) return;
    chosen = (number + options.length) % options.length;
    for (const [place, option] of [...options].entries()) {
      option.setAttribute("aria-selected", String(place === chosen));
    }
    options[chosen].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", options[chosen].id);
  }

  async function ask() {
    asked = field.value.trim();
    const question = asked;
    if (question.length < 2) return close();
    const answer = await fetch(form.dataset.suggestions + "?" + new URLSearchParams({ text: question }));
    if (!answer.ok || question !== asked || document.activeElement !== field) return;
    const read = new DOMParser().parseFromString(await answer.text(), "text/html");
    list.replaceChildren(...read.body.querySelectorAll("li"));
    chosen = -1;
    field.removeAttribute("aria-activedescendant");
    list.hidden = !list.children.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden) {
      event.preventDefault();
      if (event.key === "ArrowDown") choose(chosen + 1);
      else choose(chosen < 0 ? -1 : chosen - 1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      location.assign(list.children[chosen].dataset.url);
    }
  });
  field.addEventListener("blur", close);
  list.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[data-url]");
    event.preventDefault();
    if (option) location.assign(option.dataset.url);
  });
}

for (const form of document.querySelectorAll("form[data-suggestions]")) suggest(form);
