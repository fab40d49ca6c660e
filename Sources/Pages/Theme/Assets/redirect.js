// Leads on to where a page has moved, with the part of the page that the address names. Without scripts the page refreshes
// itself. It waits until the page is there, so that who stays, as without a network, can read it.
addEventListener("load", () => {
  const target = document.querySelector("a[href]");
  location.replace(target.hash ? target.href : target.href + location.hash);
});
