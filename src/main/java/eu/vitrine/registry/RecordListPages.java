package eu.vitrine.registry;

import eu.vitrine.facts.Kind;
import eu.vitrine.web.OpenDoors;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of models, providers, licences, services and uses: one page for all, which differs by columns and filters. */
@Controller
class RecordListPages {

    /** Records shown that are near to what was looked for. */
    private static final int NEAR = 5;

    private final RecordLists lists;
    private final ListReading reading;
    private final ListAddress address;
    private final ListFilters filters;
    private final ListTable table;
    private final SavedViews views;
    private final OpenDoors doors;

    RecordListPages(RecordLists lists, ListReading reading, ListAddress address, ListFilters filters, ListTable table, SavedViews views, OpenDoors doors) {
        this.lists = lists;
        this.reading = reading;
        this.address = address;
        this.filters = filters;
        this.table = table;
        this.views = views;
        this.doors = doors;
    }

    @GetMapping("/models")
    String models(@RequestParam MultiValueMap<String, String> given, Model page) {
        return list(Kind.MODEL, given, page);
    }

    @GetMapping("/providers")
    String providers(@RequestParam MultiValueMap<String, String> given, Model page) {
        return list(Kind.PROVIDER, given, page);
    }

    @GetMapping("/licences")
    String licences(@RequestParam MultiValueMap<String, String> given, Model page) {
        return list(Kind.LICENCE, given, page);
    }

    @GetMapping("/services")
    String services(@RequestParam MultiValueMap<String, String> given, Model page) {
        return list(Kind.SERVICE, given, page);
    }

    @GetMapping("/uses")
    String uses(@RequestParam MultiValueMap<String, String> given, Model page) {
        return list(Kind.USE, given, page);
    }

    private String list(Kind kind, MultiValueMap<String, String> given, Model page) {
        ListRequest request = reading.page(kind, given, table.offered(kind));
        Optional<String> elsewhere = elsewhere(request, given);
        if (elsewhere.isPresent()) {
            return "redirect:" + elsewhere.get();
        }
        List<String> columns = table.shown(request);
        RecordQuery.Prepared prepared = lists.prepare(request.search());
        RecordPage found = lists.page(prepared, request.after(), request.size(), table.keys(columns));
        int total = lists.total(prepared);
        page.addAttribute("kind", kind.code());
        page.addAttribute("path", RecordPaths.list(kind));
        page.addAttribute("asked", request);
        page.addAttribute("total", total);
        page.addAttribute("everything", request.search().isEverything() ? total : lists.total(lists.prepare(RecordSearch.all(kind))));
        page.addAttribute("found", found);
        page.addAttribute("rows", table.rows(kind, found.records(), columns));
        page.addAttribute("heads", table.heads(kind, columns).stream().map(head -> new Head(head, sort(request, head.sortBy()))).toList());
        page.addAttribute("byName", sort(request, ListOrder.NAME));
        page.addAttribute("orderKey", orderKey(request.search().order()));
        page.addAttribute("columns", table.offered(kind).stream().map(column -> new Choice(column, table.choice(kind, column), columns.contains(column))).toList());
        page.addAttribute("filters", filters.offered(request.search()));
        page.addAttribute("chips", filters.chips(request));
        page.addAttribute("sizes", ListRequest.SIZES.stream().map(size -> new Size(size, size == request.size(), address.of(request.sized(size)))).toList());
        page.addAttribute("sort", request.search().order().equals(ListOrder.BY_NAME) ? null : request.search().order().code());
        page.addAttribute("previous", found.previous() == null ? null : address.of(request, found.previous()));
        page.addAttribute("next", found.next() == null ? null : address.of(request, found.next()));
        page.addAttribute("withoutText", address.of(request.with(request.search().withText(""))));
        page.addAttribute("query", address.query(request, null));
        page.addAttribute("views", views.of(kind));
        page.addAttribute("mayImport", doors.lead("/imports"));
        near(request.search(), total, page);
        return "registry/list";
    }

    /** Where the browser goes instead: to the one record meant, to a saved view, or to the same list under a shorter address. */
    private Optional<String> elsewhere(ListRequest request, MultiValueMap<String, String> given) {
        RecordSearch search = request.search();
        if (!search.text().isEmpty() && search.wanted().isEmpty() && request.after() == null) {
            Optional<String> record = lists.identified(search.kind(), search.text()).map(RecordName::path);
            if (record.isPresent()) {
                return record;
            }
        }
        if (given.isEmpty()) {
            return views.of(search.kind()).stream().filter(SavedViews.View::atFirst).findFirst().map(SavedViews.View::path);
        }
        boolean blanks = given.values().stream().flatMap(List::stream).anyMatch(value -> value == null || value.isBlank());
        return blanks && request.problems().isEmpty() ? Optional.of(address.of(request)).map(RecordListPages::everything) : Optional.empty();
    }

    /** The bare address opens with the saved view; who cleared all filters wants everything. */
    private static String everything(String address) {
        return address.indexOf('?') < 0 ? address + "?view=none" : address;
    }

    private void near(RecordSearch search, int total, Model page) {
        if (total > 0 || search.text().isEmpty()) {
            return;
        }
        lists.nearest(search).ifPresent(nearby -> {
            var found = lists.page(lists.prepare(nearby), null, NEAR, List.of()).records();
            if (!found.isEmpty()) {
                page.addAttribute("nearText", nearby.text());
                page.addAttribute("nearAddress", address.of(new ListRequest(nearby, List.of(), ListRequest.SIZE, null, List.of())));
                page.addAttribute("near", found.stream().map(ListedRecord::name).toList());
            }
        });
    }

    /** A head with the order that stands under it. */
    record Head(ListTable.Head head, @Nullable Sort sort) {}

    /** A column to choose. */
    record Choice(String column, ListTable.Head head, boolean shown) {}

    record Size(int size, boolean now, String address) {}

    /**
     * @param address the list in that order, or the other way round where it is so ordered already
     * @param aria state for assistive technology, or null where the list is ordered by something else
     */
    record Sort(String address, @Nullable String aria) {}

    private @Nullable Sort sort(ListRequest request, @Nullable String by) {
        if (by == null) {
            return null;
        }
        ListOrder now = request.search().order();
        boolean same = now.by().equals(by);
        // Of moments and figures the newest and greatest are asked for first.
        var next = new ListOrder(by, same ? !now.descending() : !by.equals(ListOrder.NAME));
        return new Sort(address.of(request.with(request.search().withOrder(next))), same ? now.descending() ? "descending" : "ascending" : null);
    }

    private static String orderKey(ListOrder order) {
        String by = order.isByFact() ? "fact" : order.by();
        return "lists.order." + by + (order.descending() ? ".down" : "");
    }
}
