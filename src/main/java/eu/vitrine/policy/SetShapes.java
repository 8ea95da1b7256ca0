package eu.vitrine.policy;

import static eu.vitrine.policy.Holds.CONDITION;
import static eu.vitrine.policy.Holds.DAY;
import static eu.vitrine.policy.Holds.FACTS;
import static eu.vitrine.policy.Holds.FLAG;
import static eu.vitrine.policy.Holds.LABELS;
import static eu.vitrine.policy.Holds.REASON;
import static eu.vitrine.policy.Holds.TEXT;
import static eu.vitrine.policy.Holds.TEXTS;
import static eu.vitrine.policy.Holds.WHOLE;
import static eu.vitrine.policy.Shape.may;
import static eu.vitrine.policy.Shape.must;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The keys of the files of a set that are no policies: vocabulary, figures, assumptions and switches. */
final class SetShapes {

    private static final Map<String, Object> KIND = Holds.oneOf(Arrays.stream(Kind.values()).map(Kind::code).toList());
    private static final Map<String, Object> TYPE = Holds.oneOf(Arrays.stream(FactType.values()).map(FactType::code).toList());
    private static final Map<String, Object> CHOICES = Holds.map("type", "object", "minProperties", 1, "additionalProperties", TEXT);

    static final Shape COLUMN = Shape.of("A column of a table",
            must("name", "Name of the column.", TEXT), must("type", "Type of its values.", TYPE), must("label", "Heading.", TEXT),
            may("choices", "Of a choice: each value with its label.", CHOICES), may("to", "Of a reference: the kind it points to.", KIND));

    static final Shape FACT = Shape.of("A fact that can be recorded",
            must("id", "Kind and path in lower snake case, for example model.openness.weights; never used again for something else.",
                    Holds.map("type", "string", "pattern", "^[a-z]+(\\.[a-z][a-z0-9_]*)+$")),
            must("type", "Type of its value.", TYPE),
            may("of", "Of a list: the type of its entries.", TYPE),
            may("unit", "Of a quantity, always; of other numbers where they have one.", TEXT),
            may("choices", "Of a choice: each value with its label.", CHOICES),
            may("to", "Of a reference: the kind it points to.", KIND),
            may("key", "Of a table: the columns that tell its rows apart.", TEXTS),
            may("columns", "Of a table.", Holds.someOf(COLUMN.schema())),
            must("label", "Noun phrase for tables, at most 45 characters.", TEXT),
            must("question", "What a form asks.", TEXT),
            must("means", "One sentence that defines it.", TEXT),
            must("why", "Why it is asked, in plain words.", TEXT),
            may("articles", "Citations as displayed.", TEXTS),
            must("known_by", "Who may lawfully know it.", Holds.oneOf(
                    Arrays.stream(FactDeclaration.KnownBy.values()).map(one -> one.name().toLowerCase(Locale.ROOT)).toList())),
            must("example", "A value as a person would type it.", TEXT),
            may("filter", "true: lists of records can be filtered by it.", FLAG),
            may("first", "true: an assessment needs an answer before it says much; asked first, together with the others so marked.", FLAG),
            may("prose", "true: a text of several lines, of which lists, emphasis and links are shown as such.", FLAG),
            may("stale_after", "Days after which it counts as stale.", WHOLE),
            may("judgement", "true: a person's confirmed reading, never filled by an import.", FLAG),
            may("ask_when", "Condition under which the question makes sense.", CONDITION),
            may("check", "Condition that must not be false.", CONDITION),
            may("formerly", "Ids that it had before.", TEXTS),
            may("inherited_by", "Relations to a base model by which a model takes the fact over until its own record says otherwise.", TEXTS),
            may("of_version", "true: each version of a model has its own; a new version does not take it over.", FLAG),
            may("retired", "true: kept for old records, no longer asked.", FLAG));

    static final Shape SECTION = Shape.of("Vocabulary: a section of a form and of a dossier",
            must("section", "Name of the file.", TEXT), must("kind", "Kind of record that the facts belong to.", KIND),
            must("order", "Place among all sections.", WHOLE), must("label", "Heading.", TEXT),
            must("intro", "What the section is about and why it matters, in a sentence.", TEXT),
            may("facts", "The facts, in the order a person would ask.", Holds.listOf(FACT.schema())));

    static final Shape VERSION = Shape.of("Version of the set",
            must("version", "Version of the set, in quotes.", TEXT), must("law_version", "The law as encoded.", TEXT));
    static final Shape FIGURE_VERSION = Shape.of("A value and since when it holds",
            may("from", "First day on which it holds; left out: always.", DAY),
            must("value", "The value.", Holds.map("type", List.of("number", "string", "boolean", "array"), "minItems", 1, "items", TEXT)),
            must("source", "Provision or document; of a figure of ours, the reason.", TEXT));
    static final Shape FIGURE = Shape.of("A dated figure, text or list",
            must("name", "Name after \"law.\", or after \"house.\" for our own.", TEXT),
            must("type", "Type of the value.", Holds.words(LawDatum.Type.values())),
            must("label", "What it is, for people.", TEXT),
            may("labels", "Of a list: what its entries are.", LABELS),
            must("versions", "Oldest first.", Holds.someOf(FIGURE_VERSION.schema())));
    static final Shape FIGURES = Shape.of("Figures of the law, or our own under house/",
            must("data", "The figures.", Holds.someOf(FIGURE.schema())));

    static final Shape DEFEATER = Shape.of("What switches an assumption off",
            must("id", "Short name.", TEXT), must("when", "When it is off.", CONDITION), may("why", "The reason.", REASON));
    static final Shape ASSUMPTION = Shape.of("An assumption",
            must("id", "Name in capitals; the file has the same name.", TEXT), must("order", "Place among the assumptions.", WHOLE),
            must("wording", "What is assumed, as a sentence.", TEXT), must("basis", "What it rests on.", TEXT),
            must("direction", "Whom it favours.", TEXT),
            may("stands_for", "Facts in whose place it stands.", FACTS),
            must("needs", "What must be so for it to be made.", CONDITION),
            may("defeaters", "What switches it off.", Holds.listOf(DEFEATER.schema())),
            may("contested", "Facts on which sources must agree.", FACTS));

    static final Shape SWITCHES = Shape.of("Switches of an organisation",
            may("switch", "House rules: on or off.", Holds.map("type", "object", "additionalProperties", Holds.oneOf(List.of("on", "off")))),
            may("assumptions", "Assumptions that are never made: off.", Holds.map("type", "object", "additionalProperties", Holds.oneOf(List.of("off")))),
            may("reason", "Why, for whoever reads it next.", TEXT));

    private SetShapes() {}
}
