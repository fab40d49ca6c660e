// Leads on to where a page has moved, with the part of the page that the address names. Without scripts the page refreshes itself.
{
  const target = document.querySelector("a[href]");
  location.replace(target.hash ? target.href : target.href + location.hash);
}
