// Warns before the session ends and lets a person stay signed in. The newest activity in any tab of this browser counts.
(() => {
  'use strict';
  const box = document.getElementById('session');
  if (!box) return;
  const said = box.querySelector('[role="status"]');
  const form = box.querySelector('form');
  const link = box.querySelector('a');
  const KEY = 'vitrine-active';
  const loaded = Date.now();
  const idle = Number(box.dataset.idle) * 1000;
  const latest = Number(box.dataset.latest) * 1000;
  // Two minutes; where a session is shorter than four, half of it.
  const LEAD = Math.min(120000, idle / 2);
  let own = loaded;
  let timer = 0;
  let before = null;
  let over = false;

  function shared() {
    try { return Number(localStorage.getItem(KEY)) || 0; } catch (none) { return 0; }
  }

  function active() {
    own = Date.now();
    try { localStorage.setItem(KEY, String(own)); } catch (none) { /* this tab then counts alone */ }
    look();
  }

  function say(words, at) {
    const text = words.replace('{0}', new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));
    if (said.textContent !== text) said.textContent = text;
  }

  function hide() {
    said.textContent = '';
    box.classList.remove('shown');
    form.hidden = true;
    link.hidden = true;
  }

  function end(at) {
    over = true;
    box.classList.add('shown');
    form.hidden = true;
    link.hidden = false;
    say(box.dataset.over, at);
  }

  function look() {
    clearTimeout(timer);
    if (over) return;
    const now = Date.now();
    const last = loaded + latest;
    const ends = Math.min(Math.max(own, shared()) + idle, last);
    if (ends <= now) return end(ends);
    if (ends - now <= LEAD) {
      box.classList.add('shown');
      form.hidden = ends === last;
      link.hidden = true;
      say(ends === last ? box.dataset.last : box.dataset.soon, ends);
      timer = setTimeout(look, ends - now);
    } else {
      hide();
      timer = setTimeout(look, Math.min(ends - now - LEAD, 2 ** 31 - 1));
    }
  }

  form.addEventListener('focusin', event => { before = event.relatedTarget || before; });
  form.addEventListener('submit', event => {
    event.preventDefault();
    fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), credentials: 'same-origin', redirect: 'error' })
      .then(answer => {
        if (!answer.ok) throw new Error(String(answer.status));
        (before && before.isConnected ? before : document.getElementById('main')).focus();
        active();
      })
      .catch(() => end(Date.now()));
  });
  addEventListener('storage', event => { if (event.key === KEY) look(); });
  addEventListener('vitrine:active', active);
  addEventListener('htmx:afterRequest', active);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) look(); });
  active();
})();
