package eu.vitrine.forms;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.State;
import eu.vitrine.registry.Edition;
import eu.vitrine.registry.Records;
import eu.vitrine.web.DatesInWords;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The drafts of what a page asks. A question has one draft, that of its section: what is typed on a page that gathers questions of
 * several sections goes to the drafts of these.
 */
@Component
class PageDrafts {

    static final String RESTS_ON = "section:rests_on";

    private final FormPages pages;
    private final Records records;
    private final Drafts drafts;
    private final DatesInWords dates;
    private final Clock clock;

    PageDrafts(FormPages pages, Records records, Drafts drafts, DatesInWords dates, Clock clock) {
        this.pages = pages;
        this.records = records;
        this.drafts = drafts;
        this.dates = dates;
        this.clock = clock;
    }

    /** The draft of a page that is a section of its own. */
    Optional<Draft> of(Place place, FormPage page) {
        return page.isFirst() ? Optional.empty() : drafts.of(place.kind(), place.slug(), page.id());
    }

    /** What the person has typed about the questions of a page, with a source to begin with where the page gathers from sections. */
    Input typed(Place place, FormPage page, Edition shown) {
        if (!page.isFirst()) {
            return of(place, page).map(Draft::input).orElse(Input.none());
        }
        Input typed = Input.none();
        for (FormPage home : pages.homes(page)) {
            Optional<Draft> draft = drafts.of(place.kind(), place.slug(), home.id());
            for (FactDeclaration fact : page.facts()) {
                typed = draft.isPresent() && home.facts().contains(fact) ? typed.and(draft.get().input().about(fact.id())) : typed;
            }
        }
        Set<String> sources = sources(place, shown);
        // What a licence or provider says is seldom read where its record was begun.
        return sources.size() != 1 || place.kind() != Kind.MODEL ? typed
                : typed.with(ClaimReading.PAGE + ":source_url", sources.iterator().next()).with(ClaimReading.PAGE + ":as_of", dates.today().toString());
    }

    /** The addresses that the record and the person's drafts give as sources. */
    Set<String> sources(Place place, Edition shown) {
        var sources = new LinkedHashSet<String>();
        drafts.of(place.kind(), place.slug()).forEach(draft -> draft.input().fields().keySet().stream().filter(name -> name.endsWith(":source_url"))
                .map(draft.input()::text).filter(text -> !text.isEmpty()).forEach(sources::add));
        shown.facts().all().forEach(fact -> {
            if (fact.claim().sourceUrl() != null) {
                sources.add(fact.claim().sourceUrl());
            }
        });
        return sources;
    }

    /**
     * Keeps what was typed; what says the same as the record needs no draft.
     *
     * @param shown the revision that the page showed
     * @param finished whether the person is done with the page; until then a source typed for all answers is worth keeping
     */
    Instant keep(Place place, FormPage page, Edition shown, Input typed, boolean finished) {
        if (!page.isFirst()) {
            Instant at = drafts.keep(place.kind(), place.slug(), page.id(), shown.pin().number(), typed);
            settleIfIdle(place, page, shown, typed, finished);
            return at;
        }
        Instant at = Instant.EPOCH;
        for (FormPage home : pages.homes(page)) {
            at = keepAtHome(place, page, home, shown, typed, at);
        }
        return at.equals(Instant.EPOCH) ? clock.instant() : at;
    }

    private Instant keepAtHome(Place place, FormPage page, FormPage home, Edition shown, Input typed, Instant at) {
        Optional<Draft> before = drafts.of(place.kind(), place.slug(), home.id());
        Edition rests = before.map(draft -> records.revision(place.kind(), place.slug(), draft.restsOn())).orElse(shown);
        Input own = Input.none();
        for (FactDeclaration fact : page.facts()) {
            boolean here = home.facts().contains(fact) && typed.has(fact.id() + Input.SHOWN);
            boolean typedBefore = before.isPresent() && before.get().input().has(fact.id() + Input.SHOWN);
            Claim said = rests.facts().get(fact.id()).claim();
            if (here && (typedBefore || !typed.sameAs(ClaimFields.of(fact, said, fact.id()), fact.id()))) {
                own = own.and(withSource(fact, typed, said));
            }
        }
        if (own.fields().isEmpty()) {
            return at;
        }
        Input section = before.map(draft -> draft.input().only(name -> name.startsWith(ClaimReading.PAGE + ":")))
                .orElse(new Input(Map.of(RESTS_ON, List.of(Integer.toString(rests.pin().number())))));
        Instant kept = drafts.keep(place.kind(), place.slug(), home.id(), rests.pin().number(), section.and(own));
        drafts.of(place.kind(), place.slug(), home.id()).ifPresent(draft -> settleIfIdle(place, home, rests, draft.input(), false));
        return kept;
    }

    /** The fields of a question, with the source of the page where it has none of its own: its section may have another one. */
    private static Input withSource(FactDeclaration fact, Input typed, Claim said) {
        Input own = typed.about(fact.id());
        boolean answers = !own.text(fact.id() + ":answer").equals(State.UNKNOWN.code()) && own.text(fact.id() + ":source_url").isEmpty()
                && !own.sameAs(ClaimFields.of(fact, said, fact.id()), fact.id());
        for (String field : answers ? ClaimReading.SOURCE : List.<String>of()) {
            String ofPage = typed.text(ClaimReading.PAGE + ":" + field);
            own = ofPage.isEmpty() || !own.text(fact.id() + ":" + field).isEmpty() ? own : own.with(fact.id() + ":" + field, ofPage);
        }
        return own;
    }

    private void settleIfIdle(Place place, FormPage page, Edition shown, Input typed, boolean finished) {
        if (saysTheSame(page, shown, typed) && (finished || !givesSource(typed))) {
            drafts.of(place.kind(), place.slug(), page.id()).ifPresent(draft -> drafts.settle(place.kind(), place.slug(), List.of(draft)));
        }
    }

    private static boolean givesSource(Input typed) {
        return ClaimReading.SOURCE.stream().anyMatch(field -> !typed.text(ClaimReading.PAGE + ":" + field).isEmpty());
    }

    private static boolean saysTheSame(FormPage form, Edition shown, Input typed) {
        if (form.isName()) {
            return typed.sameAs(IdentityForm.of(Identity.of(shown.file())), IdentityForm.PREFIX);
        }
        return form.asked().stream().filter(fact -> typed.has(fact.id() + Input.SHOWN))
                .allMatch(fact -> typed.sameAs(ClaimFields.of(fact, shown.facts().get(fact.id()).claim(), fact.id()), fact.id()));
    }
}
