package eu.vitrine.typeset;

import java.time.Instant;
import java.util.Objects;

/**
 * What a document says about itself, and the words of its page furniture in its own language.
 *
 * @param title shown in the window title and the metadata, never blank
 * @param language BCP 47 tag, for example {@code en} or {@code pt-BR}
 * @param author who answers for the content
 * @param subject one sentence, may be empty
 * @param producer the program that made the file
 * @param date creation and modification date, cut to whole seconds; never read from a clock here
 * @param headerText running header, {@code {header}} in a theme
 * @param footerText running footer, {@code {footer}} in a theme
 * @param pageLabel pattern with {@code {page}} and {@code {pages}}, {@code {label}} in a theme
 * @param pageReference pattern with {@code {page}} for a reference to a page inside the text
 * @param contentsTitle heading of the generated table of contents
 */
public record DocumentInfo(
        String title,
        String language,
        String author,
        String subject,
        String producer,
        Instant date,
        String headerText,
        String footerText,
        String pageLabel,
        String pageReference,
        String contentsTitle) {

    public DocumentInfo {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a document needs a title");
        }
        if (!Languages.isTag(language)) {
            throw new IllegalArgumentException("'" + language + "' is not a language tag such as en or pt-BR");
        }
        if (!pageReference.contains("{page}")) {
            throw new IllegalArgumentException("the page reference needs {page}, it is '" + pageReference + "'");
        }
        Objects.requireNonNull(author);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(producer);
        Objects.requireNonNull(headerText);
        Objects.requireNonNull(footerText);
        Objects.requireNonNull(pageLabel);
        Objects.requireNonNull(contentsTitle);
        date = Instant.ofEpochSecond(date.getEpochSecond());
    }

    /** An English document with the given title and date, no running texts and plain page words. */
    public static DocumentInfo english(String title, Instant date) {
        return new DocumentInfo(
                title, "en", "", "", "Vitrine", date, title, "", "Page {page} of {pages}", "page {page}", "Contents");
    }
}
