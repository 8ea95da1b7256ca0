package eu.vitrine.facts;

import org.jspecify.annotations.Nullable;

/**
 * The reading of whoever wrote a record. It is shown beside the engine's answer, and no rule reads it.
 *
 * @param question {@code open_source_exemption} or {@code above_1e25}
 * @param assessment the author's answer in a word
 * @param reason why
 * @param by whose opinion it is
 */
public record Opinion(String question, String assessment, @Nullable String reason, @Nullable String by) {}
