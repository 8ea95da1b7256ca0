// Keeps what a person types as a draft: two seconds after the last change, and when the page is left. Pages work without it.
(() => {
  'use strict';
  const form = document.querySelector('form[data-draft]');
  if (!form) return;
  const saved = document.getElementById('saved');
  const unsaved = document.getElementById('unsaved');
  const PAUSE = 2000;
  const AGAIN = 30000;
  let timer = 0;
  let changed = false;
  let failed = false;
  let running = false;
  let announced = 0;

  function said(time) {
    failed = false;
    unsaved.hidden = true;
    dispatchEvent(new Event('vitrine:active'));
    const words = saved.dataset.saved + ' ' + time;
    // A screen reader hears it at most twice a minute.
    const silent = Date.now() - announced < AGAIN;
    saved.setAttribute('aria-live', silent ? 'off' : 'polite');
    saved.textContent = words;
    if (!silent) announced = Date.now();
  }

  function notSaved() {
    failed = true;
    changed = true;
    saved.textContent = '';
    unsaved.hidden = false;
    unsaved.setAttribute('role', 'alert');
  }

  function keep(leaving) {
    clearTimeout(timer);
    if (!changed || running) return;
    changed = false;
    running = true;
    fetch(form.dataset.draft, { method: 'POST', body: new URLSearchParams(new FormData(form)), credentials: 'same-origin', redirect: 'error', keepalive: leaving })
      .then(answer => answer.ok ? answer.text().then(said) : notSaved())
      .catch(notSaved)
      .finally(() => { running = false; if (changed && !failed) later(); });
  }

  // Long text beside how it will look; where that cannot be had, the text stands alone.
  function preview(field) {
    clearTimeout(field.waiting);
    field.waiting = setTimeout(() => {
      const body = new URLSearchParams({ text: field.value, _csrf: form.elements._csrf.value });
      fetch(field.dataset.preview, { method: 'POST', body, credentials: 'same-origin', redirect: 'error' })
        .then(answer => answer.ok ? answer.text() : '')
        .catch(() => '')
        .then(html => {
          const shown = field.parentElement.querySelector('.prose');
          shown.innerHTML = html;
          shown.hidden = !html;
        });
    }, 400);
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(() => keep(false), PAUSE);
  }

  form.addEventListener('input', event => {
    const field = event.target;
    // Whoever types a value means it to be the answer.
    const around = field.closest('.value-of:not(.of-absent)');
    const radio = around && around.parentElement.querySelector('input[data-is-value]');
    if (radio && field.name && !radio.checked) radio.checked = true;
    if (field.type === 'radio' && field.value === 'not_applicable') {
      const details = field.closest('.question').querySelector('.own-source');
      if (details) details.open = true;
    }
    if (field.dataset.count) count(field);
    if (field.dataset.preview) preview(field);
    changed = true;
    later();
  });
  // A name found in a list goes to the others.
  form.addEventListener('change', event => {
    const found = event.target;
    if (!found.dataset.adds || !found.value.trim()) return;
    const names = document.getElementById(found.getAttribute('list')).options;
    if (![...names].some(one => one.value === found.value.trim())) return;
    const all = document.getElementById(found.dataset.adds);
    all.value = (all.value.trim() ? all.value.trim() + '\n' : '') + found.value.trim();
    found.value = '';
    changed = true;
    later();
  });
  unsaved.querySelector('button').addEventListener('click', () => { changed = true; keep(false); });
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') keep(true); });
  form.addEventListener('submit', () => { clearTimeout(timer); changed = false; failed = false; });
  window.addEventListener('beforeunload', event => { if (failed) event.preventDefault(); });

  function count(area) {
    const written = area.closest('.written') || area;
    let shown = written.nextElementSibling;
    if (!shown || !shown.classList.contains('counted')) {
      shown = document.createElement('p');
      shown.className = 'counted';
      written.after(shown);
    }
    shown.textContent = area.dataset.count.replace('{0}', [...area.value].length);
  }
  document.querySelectorAll('textarea[data-count]').forEach(count);
})();
