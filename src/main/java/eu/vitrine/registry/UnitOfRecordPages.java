package eu.vitrine.registry;

import eu.vitrine.access.Unit;
import eu.vitrine.access.Units;
import eu.vitrine.facts.Kind;
import eu.vitrine.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gives a record to a unit, or to all. */
@Controller
@RequestMapping("/units/{kind}/{slug}")
@PreAuthorize("hasRole('OFFICER')")
class UnitOfRecordPages {

    private final Records records;
    private final Units units;

    UnitOfRecordPages(Records records, Units units) {
        this.records = records;
        this.units = units;
    }

    @GetMapping
    String form(@PathVariable String kind, @PathVariable String slug, Model page) {
        Kind of = kind(kind);
        Edition head = records.head(of, slug);
        page.addAttribute("record", new RecordName(of, slug, head.file().name()));
        page.addAttribute("unit", records.unitOf(of, slug).map(Unit::slug).orElse(""));
        page.addAttribute("units", units.own());
        return "registry/unit";
    }

    /** @param unit short name, or empty for all */
    @PostMapping
    String move(@PathVariable String kind, @PathVariable String slug, @RequestParam(defaultValue = "") String unit, RedirectAttributes redirect) {
        Kind of = kind(kind);
        records.head(of, slug);
        Unit chosen = unit.isEmpty() ? null : units.own().stream().filter(own -> own.slug().equals(unit)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        records.moveTo(of, slug, chosen == null ? null : chosen.slug());
        Notice.on(redirect, chosen == null ? "unit.given.all" : "unit.given", chosen == null ? "" : chosen.name());
        return "redirect:" + RecordName.pathOf(of, slug);
    }

    private static Kind kind(String code) {
        return Kind.of(code).filter(VisibleRecords.OF_UNITS::contains).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
