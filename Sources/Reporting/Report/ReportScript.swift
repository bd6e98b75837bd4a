/// What the report does when scripts run: sorts and filters the ranking, shows one pair's page at a time by the
/// address's fragment. Nothing is requested, stored or sent.
enum ReportScript {
    static let text: StaticString = """
        'use strict';
        (() => {
          const root = document.documentElement;
          const all = (selector, from = document) => [...from.querySelectorAll(selector)];
          const byId = (id) => document.getElementById(id);
          root.classList.add('js');

          // One page of a pair at a time: #pair-AZE-KAZ.
          const title = document.title;
          let shown = null;
          function route(isFirst) {
            const id = location.hash.slice(1);
            const target = id ? byId(id) : null;
            const page = target ? target.closest('.pair') : null;
            const was = shown;
            if (was) was.classList.remove('open');
            shown = page;
            root.classList.toggle('page', Boolean(page));
            document.title = title;
            if (page) {
              page.classList.add('open');
              const heading = page.querySelector('h3');
              document.title = heading.textContent + ' – ' + title;
              window.scrollTo(0, 0);
              heading.focus({ preventScroll: true });
            } else if (target) {
              const row = target.closest('tr');
              if (row && row.hidden) reset();
              target.scrollIntoView({ block: row ? 'center' : 'start' });
              if (!isFirst && was) focusOn(row ? row.querySelector('a') : target.querySelector('h2'));
            }
            fit();
          }
          function focusOn(element) {
            if (!element) return;
            if (element.tabIndex < 0) element.tabIndex = -1;
            element.focus({ preventScroll: true });
          }

          // Only regions that scroll take the focus, and show that they do.
          function fit() {
            for (const region of all('.scroll')) {
              const isWide = region.scrollWidth > region.clientWidth;
              region.tabIndex = isWide ? 0 : -1;
              region.classList.toggle('wide', isWide);
            }
          }

          // Sorting: missing values stay last, equal ones keep the order in which the page lists them.
          function sortable(table) {
            const body = table.tBodies[0];
            const rows = all('tr', body);
            const headings = all('thead th', table);
            const key = (row, column) => {
              const cell = row.cells[column];
              return cell.dataset.key === undefined ? cell.textContent : cell.dataset.key;
            };
            function sort(column, direction) {
              const isNumber = headings[column].classList.contains('number');
              const sign = direction === 'ascending' ? 1 : -1;
              const keyed = rows.map((row, place) => ({ row, place, key: key(row, column) }));
              keyed.sort((a, b) => {
                if (a.key === '' || b.key === '') return (a.key === '') - (b.key === '') || a.place - b.place;
                const order = isNumber ? a.key - b.key : a.key.localeCompare(b.key, 'en');
                return sign * order || a.place - b.place;
              });
              body.append(...keyed.map((item) => item.row));
              headings.forEach((heading, place) => {
                if (place === column) heading.setAttribute('aria-sort', direction);
                else heading.removeAttribute('aria-sort');
              });
            }
            headings.forEach((heading, column) => {
              if (!heading.dataset.first) return;
              const button = document.createElement('button');
              button.type = 'button';
              button.textContent = heading.dataset.label = heading.textContent;
              heading.replaceChildren(button);
              button.addEventListener('click', () => {
                const now = heading.getAttribute('aria-sort');
                const other = now === 'ascending' ? 'descending' : 'ascending';
                sort(column, now ? other : heading.dataset.first);
              });
            });
          }
          all('table.sortable').forEach(sortable);

          // Filters.
          const form = document.querySelector('.controls');
          const table = byId('ranking-table');
          const plain = (text) => text.replace(/\\s+/g, ' ').trim().toLocaleLowerCase();
          function filter() {
            const text = plain(byId('filter-text').value);
            const state = byId('filter-state').value;
            const kind = byId('filter-class')?.value;
            const rows = all('tbody tr', table);
            let count = 0;
            for (const row of rows) {
              const words = plain(row.cells[1].textContent + ' ' + row.id.slice(4));
              const isShown = words.includes(text)
                && (!state || row.dataset.states.split(' ').includes(state))
                && (!kind || row.dataset.class === kind);
              row.hidden = !isShown;
              count += isShown ? 1 : 0;
            }
            byId('filter-count').textContent = count + ' of ' + rows.length + ' pairs';
          }
          function reset() {
            form.reset();
            filter();
          }
          if (form && table) {
            form.hidden = false;
            form.addEventListener('input', filter);
            form.addEventListener('submit', (event) => event.preventDefault());
            form.reset();
            filter();
          }

          window.addEventListener('hashchange', () => route(false));
          window.addEventListener('resize', fit);
          route(true);
        })();
        """
}
