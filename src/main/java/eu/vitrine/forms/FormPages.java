package eu.vitrine.forms;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The pages of the form of each kind of record, as the vocabulary has its sections. */
@Component
class FormPages {

    /** What a licence covers is said on the page of each model. */
    static final String ARTEFACTS = "licence.artefacts";

    /** A person overlooks no more questions than this on one page. */
    private static final int MOST = 12;

    private final Map<Kind, List<FormPage>> pages = new EnumMap<>(Kind.class);
    private final Map<Kind, List<FormPage>> first = new EnumMap<>(Kind.class);

    FormPages(Vocabulary vocabulary) {
        vocabulary.get(ARTEFACTS);
        for (Kind kind : Kind.values()) {
            var ofKind = new ArrayList<FormPage>();
            ofKind.add(new FormPage(FormPage.NAME, kind, "", "", List.of(), 1, 1));
            vocabulary.sections(kind).forEach(section -> ofKind.addAll(pages(section.id(), kind, section.label(), section.intro(), section.facts())));
            pages.put(kind, List.copyOf(ofKind));
            first.put(kind, pages(FormPage.FIRST, kind, "", "", vocabulary.sections(kind).stream().flatMap(section -> section.facts().stream())
                    .filter(FactDeclaration::first).toList()));
        }
    }

    private static List<FormPage> pages(String id, Kind kind, String label, String intro, List<FactDeclaration> all) {
        List<FactDeclaration> facts = all.stream().filter(fact -> !fact.retired() && !fact.id().equals(ARTEFACTS)).toList();
        int parts = (facts.size() + MOST - 1) / MOST;
        var pages = new ArrayList<FormPage>();
        for (int part = 0; part < parts; part++) {
            pages.add(new FormPage(part == 0 ? id : id + "-" + (part + 1), kind, label, intro,
                    facts.subList(facts.size() * part / parts, facts.size() * (part + 1) / parts), part + 1, parts));
        }
        return pages;
    }

    /** The pages of a kind in order, that about its name first. */
    List<FormPage> of(Kind kind) {
        return pages.get(kind);
    }

    /** The pages that ask once more, and together, what an assessment needs first; none where nothing is marked so. */
    List<FormPage> first(Kind kind) {
        return first.get(kind);
    }

    /** The section pages on which the questions of a page are at home; of a page that is a section itself, that page. */
    List<FormPage> homes(FormPage page) {
        return page.isFirst() ? of(page.kind()).stream().filter(home -> home.facts().stream().anyMatch(page.facts()::contains)).toList() : List.of(page);
    }

    Optional<FormPage> find(Kind kind, String id) {
        return Stream.concat(of(kind).stream(), first(kind).stream()).filter(page -> page.id().equals(id)).findFirst();
    }

    /** The page on which a fact is asked. */
    Optional<FormPage> asking(FactDeclaration fact) {
        return of(fact.kind()).stream().filter(page -> page.facts().contains(fact)).findFirst();
    }

    /** The page after this one. */
    Optional<FormPage> after(FormPage page) {
        List<FormPage> all = page.isFirst() ? first(page.kind()) : of(page.kind());
        int next = all.indexOf(page) + 1;
        return next < all.size() ? Optional.of(all.get(next)) : Optional.empty();
    }
}
