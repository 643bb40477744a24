// Shows what needs a passkey where the browser can use one, hands the form to the library's scripts, and says so
// when an attempt came to nothing.
(function () {
  "use strict";
  const form = document.getElementById("passkey");
  if (!form || !window.PublicKeyCredential) return;
  const button = "passkey-start";
  const passwordless = form.elements.namedItem("passwordless");
  window.allauth.webauthn.forms[form.dataset.form]({
    ids: {
      add: button,
      authenticate: button,
      login: button,
      credential: form.elements.namedItem("credential").id,
      passwordless: passwordless ? passwordless.id : undefined,
    },
    data: form.dataset.options ? JSON.parse(form.dataset.options) : undefined,
  });
  form.hidden = false;
  const trouble = document.getElementById("passkey-fehler");
  form.addEventListener("click", () => { trouble.hidden = true; });
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    trouble.hidden = false;
  });
})();
