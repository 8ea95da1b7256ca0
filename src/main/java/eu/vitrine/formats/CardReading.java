package eu.vitrine.formats;

import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Codes;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.SourceTier;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one card with the settings beside it. */
final class CardReading {

    private static final String NAMELESS = "Model of a card";
    private static final Pattern CARD = Pattern.compile("(?i)^model[ -]?card (for|of)\\s+|[\\s:–-]*\\bmodel[ -]?card\\s*$");

    private final LicenceNames names;
    private final @Nullable HubName hub;
    private final Draft draft;
    /** Why nothing could be read from a front matter; null where there is one. */
    private @Nullable Remark missing;

    CardReading(LicenceNames names, Origin origin, @Nullable HubName hub) {
        this.names = names;
        this.hub = hub;
        // only an address of the hub shows that the card is the publisher's own
        this.draft = new Draft(Citation.of(origin, hub == null ? null : SourceTier.PROVIDER), new Remarks());
    }

    List<Remark> remarks(@Nullable String slug) {
        return draft.remarks().about(slug);
    }

    @Nullable ImportedRecord read(Source source, List<Source> beside, Set<String> slugs) {
        PlainFile card = PlainFile.of(source, draft.remarks());
        if (card == null) {
            return null;
        }
        FrontMatter page = FrontMatter.of(card.text());
        if (hub != null) {
            published(hub, card, page.yaml() != null);
        } else {
            unplaced(card);
        }
        frontMatter(card, page);
        for (Source settings : beside) {
            PlainFile file = PlainFile.of(settings, draft.remarks());
            if (file != null) {
                new ModelConfiguration(file, draft).read();
            }
        }
        CardBody body = new CardBody(card, draft);
        if (page.yaml() != null) {
            body.read(page.body(), page.bodyBefore());
            developer(body.developer(), card.name());
        } else {
            // without front matter nothing says that the page is a card; of its text only the heading names it
            body.read(page.body().lines().limit(30).filter(line -> line.startsWith("# ")).findFirst().orElse(""), 0);
        }
        if (draft.empty()) {
            Remark why = missing == null ? unread(card, 0, "The file states no fact, so there is no record to make of it.", null) : missing;
            draft.remarks().rejected(why.place(), null, why.problem(), why.remedy());
            return null;
        }
        if (missing != null) {
            draft.remarks().leftOut(missing.place(), null, null, missing.problem(), missing.remedy());
        }
        return record(card, body, slugs);
    }

    private void published(HubName repository, PlainFile card, boolean isCard) {
        Place place = card.at(0, "address");
        draft.model("model.identifiers.hub_id", new FactValue.Text(repository.text()), place, "from the address that the card was fetched from");
        if (!isCard) {
            return;
        }
        if (draft.citation().url() != null) {
            draft.model("model.documentation.model_card_url", new FactValue.Text(draft.citation().url()), place, null);
        }
        String slug = Codes.slug(repository.account());
        if (slug != null) {
            draft.provider(slug);
        }
    }

    private void unplaced(PlainFile card) {
        HubName called = HuggingFaceCard.called(card.name());
        if (called != null) {
            draft.remarks().notAFact(Place.of(card.name()), "model.identifiers.hub_id", called.text(),
                    "The name of the file looks like a name on the hub; a card does not say under which name it is published.",
                    "Give the address of the card, or enter the name on the hub.");
        }
    }

    private void frontMatter(PlainFile card, FrontMatter page) {
        Remarks remarks = draft.remarks();
        String yaml = page.yaml();
        if (yaml == null) {
            missing = unread(card, page.open() ? page.before() : 0, page.open()
                    ? "The front matter begins with three hyphens and never ends." : "The card has no front matter.",
                    "Nothing is read from its text; enter the facts by hand.");
            return;
        }
        if (page.second() > 0) {
            remarks.leftOut(card.at(page.second(), null), null, null, "A second front matter begins here; only the first one is read.",
                    "If the second one is right, remove the first.");
        }
        if (yaml.lines().allMatch(line -> line.isBlank() || line.stripLeading().startsWith("#"))) {
            missing = unread(card, page.before(), "The front matter is empty.", "Enter the facts by hand.");
            return;
        }
        YamlPassage passage = YamlPassage.read(yaml, card.name(), page.before());
        passage.problems().forEach(problem -> remarks.leftOut(card.at(problem.line(), null), null, null, Sentence.of(problem.message()),
                passage.entries().isEmpty() ? "Nothing is read from the front matter." : "The other keys of the front matter are read."));
        if (passage.whole() && passage.entries().isEmpty()) {
            missing = unread(card, page.before(), "The front matter is empty.", "Enter the facts by hand.");
        }
        new CardFields(card, passage.entries(), draft, names, hub).read(passage.lines());
        if (passage.whole()) {
            Comments.remark(card, Comments.ofYaml(yaml, page.before()), remarks);
        }
    }

    private static Remark unread(PlainFile card, int line, String problem, @Nullable String remedy) {
        return new Remark(Remark.Weight.REJECTED, card.at(line, null), null, null, null, problem, remedy);
    }

    private void developer(Values.@Nullable Item developer, String file) {
        String account = hub == null ? null : hub.account();
        if (account != null && draft.provider() != null) {
            boolean alike = developer != null && alike(developer.text(), account);
            draft.provider("provider.brand", new FactValue.Text(alike ? developer.text() : account), alike ? developer.place() : Place.of(file),
                    alike ? null : "name of the account on the hub");
        }
        String slug = developer == null ? null : Codes.slug(developer.text());
        if (developer == null || slug == null) {
            return;
        }
        if (draft.provider() == null) {
            draft.provider(slug);
        }
        if (account == null || !alike(developer.text(), account)) {
            draft.provider("provider.brand", new FactValue.Text(developer.text()), developer.place(), "whom the card names as developer");
        }
    }

    /** Whether one name begins with the other, as "Meta" and "meta-llama" or "Mistral AI" and "mistralai" do. */
    private static boolean alike(String one, String other) {
        String a = letters(one);
        String b = letters(other);
        return !a.isEmpty() && !b.isEmpty() && (a.startsWith(b) || b.startsWith(a));
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private ImportedRecord record(PlainFile card, CardBody body, Set<String> slugs) {
        HubName called = hub != null ? hub : HuggingFaceCard.called(card.name());
        String file = PlainFile.bare(HuggingFaceCard.stem(card.name()));
        String name = Stream.of(called == null ? "" : called.name(), heading(body), file)
                .filter(each -> !each.isEmpty() && Wording.unfit(each) == null).findFirst().orElse(NAMELESS);
        String slug = Stream.of(name, file, NAMELESS).map(Codes::slug).filter(Objects::nonNull).findFirst().orElseThrow();
        if (slugs.contains(slug) || draft.names("model.lineage.bases", slug)) {
            // a copy often has the name of its base
            String full = called == null ? null : Codes.slug(called.account() + "-" + called.name());
            slug = full == null ? slug + "-of-card" : full;
        }
        return draft.record(Slugs.free(slug, slugs), name, null, null, card.at(1, null));
    }

    /** The first heading without the words that only say that this is a card; empty when it names nothing. */
    private static String heading(CardBody body) {
        String heading = body.heading() == null ? "" : CARD.matcher(body.heading()).replaceAll("").replaceAll("[`*_#]", "").strip();
        return Wording.isPlaceholder(heading) ? "" : heading;
    }
}
