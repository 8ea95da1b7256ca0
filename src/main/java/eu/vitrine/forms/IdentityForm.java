package eu.vitrine.forms;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Codes;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import eu.vitrine.registry.Saving;
import eu.vitrine.web.FormErrors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields for the name of a record and, of a model, for the records it refers to: chosen among those there are, or registered here. */
@Component
class IdentityForm {

    static final String PREFIX = "record";
    static final int LONGEST = 300;

    private final KnownRecords known;

    IdentityForm(KnownRecords known) {
        this.known = known;
    }

    /**
     * What was typed.
     *
     * @param registered records to be registered with it
     */
    record Typed(Identity identity, List<Saving> registered) {
        Typed {
            registered = List.copyOf(registered);
        }
    }

    /** The fields as a form shows them. */
    static Input of(Identity identity) {
        var fields = new LinkedHashMap<String, List<String>>();
        put(fields, "name", identity.name());
        put(fields, "version", identity.version());
        put(fields, "family", identity.family());
        put(fields, "provider", identity.provider());
        put(fields, "licence:rows", Integer.toString(identity.licences().size()));
        for (int i = 0; i < identity.licences().size(); i++) {
            Subject.Part licence = identity.licences().get(i);
            put(fields, "licence:" + i + ":slug", licence.slug());
            fields.put(PREFIX + ":licence:" + i + ":artefacts", Identity.artefacts(licence));
        }
        put(fields, "service:rows", Integer.toString(identity.services().size()));
        for (int i = 0; i < identity.services().size(); i++) {
            put(fields, "service:" + i + ":slug", identity.services().get(i));
        }
        return new Input(fields);
    }

    private static void put(Map<String, List<String>> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(PREFIX + ":" + name, List.of(value));
        }
    }

    /**
     * Reads the fields.
     *
     * @param before what was said until now; a licence that is still named keeps all that is known of what it covers
     */
    Typed read(Kind kind, Input input, Identity before, FormErrors errors) {
        var registered = new ArrayList<Saving>();
        String name = name(input, "name", "forms.wrong.name", errors);
        if (kind != Kind.MODEL) {
            return new Typed(new Identity(name, null, null, null, List.of(), List.of()), List.of());
        }
        String provider = reference(Kind.PROVIDER, input, "provider", registered, errors);
        var licences = new ArrayList<Subject.Part>();
        for (int i = 0; i < input.number(PREFIX + ":licence:rows"); i++) {
            String slug = reference(Kind.LICENCE, input, "licence:" + i, registered, errors);
            if (slug != null && licences.stream().noneMatch(other -> other.slug().equals(slug))) {
                licences.add(Identity.licence(slug, artefacts(slug, input.all(PREFIX + ":licence:" + i + ":artefacts"), before)));
            }
        }
        var services = new ArrayList<String>();
        for (int i = 0; i < input.number(PREFIX + ":service:rows"); i++) {
            String slug = reference(Kind.SERVICE, input, "service:" + i, registered, errors);
            if (slug != null && !services.contains(slug)) {
                services.add(slug);
            }
        }
        return new Typed(new Identity(name, optional(input, "version", errors), optional(input, "family", errors), provider, licences, services),
                registered);
    }

    private static @Nullable Fact artefacts(String slug, List<String> covered, Identity before) {
        Optional<Subject.Part> same = before.licences().stream().filter(licence -> licence.slug().equals(slug)).findFirst();
        if (same.isPresent() && Identity.artefacts(same.get()).equals(covered)) {
            return same.get().facts().all().stream().findFirst().orElse(null);
        }
        return covered.isEmpty() ? null : new Fact(FormPages.ARTEFACTS,
                new Claim(State.VALUE, new FactValue.Items(covered), Completeness.COMPLETE, null, null, null, null), List.of());
    }

    /** A record named by its slug or by its name, or the name of one to be registered. */
    private @Nullable String reference(Kind kind, Input input, String field, List<Saving> registered, FormErrors errors) {
        boolean row = field.contains(":");
        String chosen = input.text(PREFIX + ":" + (row ? field + ":slug" : field));
        String fresh = input.text(PREFIX + ":" + (row ? field + ":new" : field + "_new"));
        if (!chosen.isEmpty()) {
            Optional<String> slug = known.resolve(kind, chosen);
            if (slug.isEmpty()) {
                errors.add(PREFIX + ":" + (row ? field + ":slug" : field), known.isAmbiguous(kind, chosen) ? "triage.wrong.reference.several" : "forms.wrong.reference." + kind.code(), chosen);
            }
            return slug.orElse(null);
        }
        if (fresh.isEmpty()) {
            return null;
        }
        String slug = proposed(fresh);
        String at = PREFIX + ":" + (row ? field + ":new" : field + "_new");
        if (slug.isEmpty() || fresh.length() > LONGEST || hasControls(fresh)) {
            errors.add(at, "forms.wrong.name.unfit", fresh);
        } else if (known.isThere(kind, slug)) {
            errors.add(at, "forms.wrong.name.taken", fresh);
        } else if (registered.stream().noneMatch(other -> other.kind() == kind && other.file().slug().equals(slug))) {
            registered.add(new Saving(kind, RecordFile.of(kind, slug, fresh, Facts.none()), 0));
        }
        return slug.isEmpty() ? null : slug;
    }

    private static String name(Input input, String field, String missing, FormErrors errors) {
        String name = input.text(PREFIX + ":" + field);
        if (name.isEmpty()) {
            errors.add(PREFIX + ":" + field, missing);
        } else if (name.length() > LONGEST || hasControls(name)) {
            errors.add(PREFIX + ":" + field, "forms.wrong.name.unfit", name);
        }
        return name;
    }

    private static @Nullable String optional(Input input, String field, FormErrors errors) {
        return input.text(PREFIX + ":" + field).isEmpty() ? null : name(input, field, "forms.wrong.name", errors);
    }

    private static boolean hasControls(String text) {
        return text.codePoints().anyMatch(c -> Character.isISOControl(c) || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** A slug made of a name; empty where nothing of the name can stand in one. */
    static String proposed(String name) {
        return Objects.requireNonNullElse(Codes.slug(name), "");
    }
}
