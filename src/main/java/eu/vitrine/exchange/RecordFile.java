package eu.vitrine.exchange;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.IndexEntry;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Opinion;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.Subject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record as read. In a catalogue or licence file a fact about which nothing at all is said is left out of the facts; in a
 * scenario file it stays, because it shows which kinds of record the file is about.
 *
 * @param shape which of the shapes the file has
 * @param slug short name of the model, licence or scenario
 * @param name name for people; the slug where a catalogue file gives none
 * @param version version of the model
 * @param family family of the model
 * @param model facts of the model
 * @param provider the provider with its facts, or null when the file has none
 * @param licences every licence with its facts; in a scenario at most one and in a licence file exactly one, with the slug
 *     of the file
 * @param services every service with its facts; in a scenario at most one, with the slug of the file
 * @param use facts of our use; scenarios only
 * @param organisation facts of our organisation; scenarios only
 * @param findings what others measured
 * @param indices what indices say
 * @param opinions the author's opinions
 * @param gaps what the record lacks, in words
 * @param recordWritten when the record was written
 */
public record RecordFile(
        Shape shape,
        String slug,
        String name,
        @Nullable String version,
        @Nullable String family,
        Facts model,
        Subject.@Nullable Part provider,
        List<Subject.Part> licences,
        List<Subject.Part> services,
        Facts use,
        Facts organisation,
        List<PublishedFinding> findings,
        List<IndexEntry> indices,
        List<Opinion> opinions,
        List<String> gaps,
        @Nullable Day recordWritten) {

    /** The shapes of files. */
    public enum Shape {
        /** A model with its provider, licences and services, facts nested by path. */
        CATALOGUE,
        /** Facts of all kinds by their full ids, under {@code facts:}. */
        SCENARIO,
        /** One licence text and nothing else, facts nested by path under {@code licence:}. */
        LICENCE
    }

    public RecordFile {
        licences = List.copyOf(licences);
        services = List.copyOf(services);
        findings = List.copyOf(findings);
        indices = List.copyOf(indices);
        opinions = List.copyOf(opinions);
        gaps = List.copyOf(gaps);
    }

    /**
     * A record of one kind alone: a scenario that states these facts. Its canonical bytes are what a registry keeps of a
     * single record, and reading them gives the facts back.
     */
    public static RecordFile of(Kind kind, String slug, String name, Facts facts) {
        List<Subject.Part> part = facts.all().isEmpty() ? List.of() : List.of(new Subject.Part(kind, slug, facts));
        return new RecordFile(
                Shape.SCENARIO, slug, name, null, null, kind == Kind.MODEL ? facts : Facts.none(),
                kind == Kind.PROVIDER && !part.isEmpty() ? part.getFirst() : null, kind == Kind.LICENCE ? part : List.of(),
                kind == Kind.SERVICE ? part : List.of(), kind == Kind.USE ? facts : Facts.none(),
                kind == Kind.ORGANISATION ? facts : Facts.none(), List.of(), List.of(), List.of(), List.of(), null);
    }

    /** The one licence of a file of its own. */
    static RecordFile ofLicence(String slug, String name, Facts facts) {
        return new RecordFile(Shape.LICENCE, slug, name, null, null, Facts.none(), null,
                List.of(new Subject.Part(Kind.LICENCE, slug, facts)), List.of(), Facts.none(), Facts.none(), List.of(), List.of(),
                List.of(), List.of(), null);
    }

    /**
     * The kinds of record about which the file states something. A catalogue file is always about a model, a licence file
     * about a licence.
     */
    public Set<Kind> stated() {
        Set<Kind> stated = EnumSet.noneOf(Kind.class);
        if (shape == Shape.CATALOGUE || !model.all().isEmpty()) {
            stated.add(Kind.MODEL);
        }
        if (provider != null) {
            stated.add(Kind.PROVIDER);
        }
        if (!licences.isEmpty()) {
            stated.add(Kind.LICENCE);
        }
        if (!services.isEmpty()) {
            stated.add(Kind.SERVICE);
        }
        if (!use.all().isEmpty()) {
            stated.add(Kind.USE);
        }
        if (!organisation.all().isEmpty()) {
            stated.add(Kind.ORGANISATION);
        }
        return stated;
    }

    /** The facts of this kind; of licences and services those of the first. */
    public Facts factsOf(Kind kind) {
        return switch (kind) {
            case MODEL -> model;
            case PROVIDER -> provider == null ? Facts.none() : provider.facts();
            case LICENCE -> licences.isEmpty() ? Facts.none() : licences.getFirst().facts();
            case SERVICE -> services.isEmpty() ? Facts.none() : services.getFirst().facts();
            case USE -> use;
            case ORGANISATION -> organisation;
        };
    }

    /** This record of one kind with other facts of that kind; those about which nothing is said are left out. */
    public RecordFile withFacts(Kind kind, Facts facts) {
        Facts said = Facts.of(facts.all().stream().filter(fact -> !fact.equals(Fact.unknown(fact.id()))).toList());
        if (kind != Kind.MODEL) {
            return of(kind, slug, name, said);
        }
        return new RecordFile(shape, slug, name, version, family, said, provider, licences, services, use, organisation, findings, indices,
                opinions, gaps, recordWritten);
    }

    /** This model as that of another short name, so called; services of the file that name it follow. */
    public RecordFile at(String newSlug, String newName) {
        List<Subject.Part> followed = services.stream().map(part -> new Subject.Part(part.kind(), part.slug(),
                Facts.of(part.facts().all().stream().map(fact -> naming(fact, newSlug)).toList()))).toList();
        return new RecordFile(shape, newSlug, newName, version, family, model, provider, licences, followed, use, organisation, findings, indices,
                opinions, gaps, recordWritten);
    }

    private Fact naming(Fact fact, String newSlug) {
        return fact.claim().value() instanceof FactValue.Items items && items.values().contains(slug)
                ? new Fact(fact.id(), with(fact.claim(), new FactValue.Items(items.values().stream().map(one -> one.equals(slug) ? newSlug : one).toList())),
                        fact.also(), fact.chosenBecause())
                : fact;
    }

    private static Claim with(Claim claim, FactValue value) {
        return new Claim(claim.state(), value, claim.completeness(), claim.sourceUrl(), claim.asOf(), claim.note(), claim.searched(), claim.tier(),
                claim.checkedOn(), claim.evidence());
    }

    /** This record under another name, version and family; only a model has the latter two. */
    public RecordFile called(String newName, @Nullable String newVersion, @Nullable String newFamily) {
        return new RecordFile(shape, slug, newName, newVersion, newFamily, model, provider, licences, services, use, organisation, findings,
                indices, opinions, gaps, recordWritten);
    }

    /**
     * This model with references to another provider, other licences and other services.
     *
     * @param newProvider slug, or null for none known
     * @param newLicences each with the artefacts it covers and no other fact
     */
    public RecordFile from(@Nullable String newProvider, List<Subject.Part> newLicences, List<String> newServices) {
        return new RecordFile(shape, slug, name, version, family, model,
                newProvider == null ? null : new Subject.Part(Kind.PROVIDER, newProvider, Facts.none()), newLicences,
                newServices.stream().map(service -> new Subject.Part(Kind.SERVICE, service, Facts.none())).toList(), use, organisation, findings,
                indices, opinions, gaps, recordWritten);
    }

    /** This model with what else is said of its provider, licences and services. */
    public RecordFile with(Subject.@Nullable Part newProvider, List<Subject.Part> newLicences, List<Subject.Part> newServices) {
        return new RecordFile(shape, slug, name, version, family, model, newProvider, newLicences, newServices, use, organisation, findings, indices,
                opinions, gaps, recordWritten);
    }

    /** A model about which nothing is known but its name. */
    public static RecordFile ofModel(String slug, String name, @Nullable String version, @Nullable String family) {
        return new RecordFile(Shape.CATALOGUE, slug, name, version, family, Facts.none(), null, List.of(), List.of(), Facts.none(),
                Facts.none(), List.of(), List.of(), List.of(), List.of(), null);
    }

    /** The canonical bytes of this record: JSON by RFC 8785, the same for the same content in whatever order or format. */
    public byte[] canonical() {
        return CanonicalJson.of(RecordTree.of(this));
    }
}
