package eu.vitrine.forms;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.Role;
import eu.vitrine.registry.Records;
import eu.vitrine.web.HomeSection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The section of the home page that leads an officer back to where she stopped typing, the last section first. */
@Component
@Order(50)
class UnfinishedForms implements HomeSection {

    private static final int SHOWN = 5;

    private final Drafts drafts;
    private final Records records;
    private final FormPages pages;
    private final CurrentActor current;

    UnfinishedForms(Drafts drafts, Records records, FormPages pages, CurrentActor current) {
        this.drafts = drafts;
        this.records = records;
        this.pages = pages;
        this.current = current;
    }

    /** Where something lies unsaved, and since when. */
    record Unfinished(Place place, FormPage page, Instant savedAt) {}

    @Override
    public String template() {
        return "forms/unfinished";
    }

    @Override
    public Optional<List<Unfinished>> content() {
        if (!current.has(Role.OFFICER)) {
            return Optional.empty();
        }
        List<Unfinished> all = drafts.newest(SHOWN).stream().flatMap(one -> records.find(one.kind(), one.slug())
                .flatMap(record -> pages.find(one.kind(), one.page())
                        .map(page -> new Unfinished(new Place(one.kind(), one.slug(), record.file().name()), page, one.savedAt()))).stream()).toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }
}
