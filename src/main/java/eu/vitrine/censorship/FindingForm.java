package eu.vitrine.censorship;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Codes;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.web.FormErrors;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person typed about a finding, and what it says. */
final class FindingForm {

    /** The fields, in the order of the page. */
    static final List<String> FIELDS = List.of("family", "kind", "statement", "topicGroup", "topic", "behaviour", "language", "testedModel",
            "applicability", "confirmed", "host", "evaluator", "metric", "value", "n", "severity", "sourceUrl", "asOf", "retrievedOn", "evidence", "limits",
            "reply", "replyUrl", "replyOn");
    private static final int LONGEST = 4_000;

    private final Map<String, String> typed;
    private final FormErrors errors;

    private FindingForm(Map<String, String> typed, FormErrors errors) {
        this.typed = typed;
        this.errors = errors;
    }

    /** The texts of the fields that say what a finding says; one that was not said, by a program that left it out, is empty. */
    static Map<String, String> of(Statement said) {
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, "family", said.family());
        put(texts, "kind", said.kind());
        put(texts, "applicability", said.applicability());
        texts.put("confirmed", said.confirmedBy() == null ? "" : "yes");
        put(texts, "statement", said.statement());
        put(texts, "topicGroup", said.topicGroup());
        put(texts, "topic", said.topic());
        put(texts, "behaviour", said.behaviour());
        put(texts, "language", said.language());
        put(texts, "testedModel", said.testedModel());
        put(texts, "host", said.host());
        put(texts, "evaluator", said.evaluator());
        put(texts, "metric", said.metric());
        put(texts, "value", said.value() == null ? null : said.value().toPlainString());
        put(texts, "n", said.n());
        put(texts, "severity", said.severity());
        put(texts, "sourceUrl", said.sourceUrl());
        put(texts, "asOf", said.asOf());
        put(texts, "retrievedOn", said.retrievedOn());
        put(texts, "evidence", said.evidence().isEmpty() ? null : String.join("\n", said.evidence()));
        put(texts, "limits", said.limits());
        put(texts, "reply", said.reply());
        put(texts, "replyUrl", said.replyUrl());
        put(texts, "replyOn", said.replyOn());
        return texts;
    }

    private static void put(Map<String, String> texts, String field, @Nullable Object value) {
        texts.put(field, value == null ? "" : value.toString());
    }

    /** What the person typed says; empty where something is wrong, which then stands among the errors. */
    static Optional<Statement> read(Map<String, String> typed, FormErrors errors) {
        var form = new FindingForm(typed, errors);
        Statement said = form.statement();
        return errors.any() || said == null ? Optional.empty() : Optional.of(said);
    }

    private @Nullable Statement statement() {
        var family = choice("family", PublishedFinding.Family.values());
        var kind = choice("kind", PublishedFinding.FindingKind.values());
        var nearness = choice("applicability", PublishedFinding.Applicability.values());
        String statement = text("statement");
        if (statement == null) {
            errors.add("statement", "censorship.statement.needed");
        }
        BigDecimal value = number();
        Long n = count();
        if (kind != null && kind != PublishedFinding.FindingKind.EXTERNAL_STUDY && (value != null || n != null)) {
            errors.add("value", "censorship.refused.figures");
        }
        String group = text("topicGroup");
        if (group != null && TopicGroup.of(group).isEmpty()) {
            errors.add("topicGroup", "censorship.choice.wrong", group);
        }
        String behaviour = text("behaviour");
        if (behaviour != null && Arrays.stream(Behaviour.values()).noneMatch(one -> one.name().equals(behaviour))) {
            errors.add("behaviour", "censorship.choice.wrong", behaviour);
        }
        String language = text("language");
        if (language != null && !Codes.isLanguage(language)) {
            errors.add("language", "censorship.language.wrong", language);
        }
        String asOf = text("asOf");
        if (asOf != null && Day.parse(asOf).isEmpty()) {
            errors.add("asOf", "censorship.date.wrong", asOf);
        }
        String sourceUrl = address("sourceUrl");
        String replyUrl = address("replyUrl");
        LocalDate retrieved = day("retrievedOn");
        LocalDate replied = day("replyOn");
        List<String> evidence = evidence();
        if (family == null || kind == null || nearness == null) {
            return null;
        }
        boolean exact = nearness == PublishedFinding.Applicability.EXACT_BUILD && "yes".equals(typed.getOrDefault("confirmed", ""));
        return new Statement(family, kind, group, text("topic"), behaviour, language, statement, text("testedModel"), nearness, exact ? "the person" : null,
                text("host"), text("evaluator"), text("metric"), value, n, text("severity"), sourceUrl, asOf, retrieved, evidence, text("limits"),
                text("reply"), replyUrl, replied);
    }

    private @Nullable String text(String field) {
        String text = typed.getOrDefault(field, "").strip().replace("\r\n", "\n");
        if (text.length() > LONGEST) {
            errors.add(field, "censorship.text.long", LONGEST);
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    private <E extends Enum<E>> @Nullable E choice(String field, E[] among) {
        String code = typed.getOrDefault(field, "").toUpperCase(Locale.ROOT);
        for (E one : among) {
            if (one.name().equals(code)) {
                return one;
            }
        }
        errors.add(field, "censorship.choice.needed");
        return null;
    }

    private @Nullable BigDecimal number() {
        String text = text("value");
        if (text == null) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text.replace(',', '.'));
            if (number.precision() <= 18 && Math.abs(number.scale()) <= 18) {
                return number.stripTrailingZeros();
            }
        } catch (NumberFormatException e) {
            errors.add("value", "censorship.number.wrong", text);
            return null;
        }
        errors.add("value", "censorship.number.wrong", text);
        return null;
    }

    private @Nullable Long count() {
        String text = text("n");
        if (text == null) {
            return null;
        }
        if (text.matches("[0-9]{1,12}")) {
            return Long.valueOf(text);
        }
        errors.add("n", "censorship.count.wrong", text);
        return null;
    }

    private @Nullable String address(String field) {
        String text = text(field);
        if (text != null && !Codes.isAddress(text)) {
            errors.add(field, "censorship.address.wrong", text);
        }
        return text;
    }

    private @Nullable LocalDate day(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            errors.add(field, "censorship.day.wrong", text);
            return null;
        }
    }

    private List<String> evidence() {
        List<String> named = new ArrayList<>();
        String text = text("evidence");
        for (String line : text == null ? List.<String>of() : text.lines().map(String::strip).filter(one -> !one.isEmpty()).distinct().toList()) {
            if (Claim.isEvidence(line)) {
                named.add(line);
            } else {
                errors.add("evidence", "censorship.evidence.wrong", line);
            }
        }
        return named;
    }
}
