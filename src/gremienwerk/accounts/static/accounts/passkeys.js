// Shows what needs a passkey where the browser can use one, and says so when an attempt came to nothing.
(function () {
  "use strict";
  const form = document.getElementById("passkey");
  if (!form || !window.PublicKeyCredential) return;
  form.hidden = false;
  const trouble = document.getElementById("passkey-fehler");
  form.addEventListener("click", () => { trouble.hidden = true; });
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    trouble.hidden = false;
  });
})();
