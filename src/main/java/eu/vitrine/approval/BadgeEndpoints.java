package eu.vitrine.approval;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.audit.Sha256;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.NoSuchRecord;
import eu.vitrine.web.DatesInWords;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The verdict as a small picture. Nothing is public, so whoever has not signed in gets the same grey badge for every model as a person gets
 * for one that is not there, is of another unit, or has no use.
 */
@RestController
@PreAuthorize("permitAll()")
class BadgeEndpoints {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");
    private static final String GREY = "#5c6066";

    private final Verdicts verdicts;
    private final VerdictWords words;
    private final CurrentActor current;
    private final MessageSource messages;
    private final DatesInWords dates;

    BadgeEndpoints(Verdicts verdicts, VerdictWords words, CurrentActor current, MessageSource messages, DatesInWords dates) {
        this.verdicts = verdicts;
        this.words = words;
        this.current = current;
        this.messages = messages;
        this.dates = dates;
    }

    /**
     * @param slug of a model
     * @param use slug of one of its uses; without it, of all
     */
    @GetMapping(path = "/badge/{slug}.svg")
    ResponseEntity<byte[]> badge(@PathVariable String slug, @RequestParam(required = false) @Nullable String use, HttpServletResponse response) {
        List<Verdict> asked = asked(slug, use);
        byte[] svg = (asked.isEmpty() ? notAssessed() : of(asked)).svg();
        // It may stand on other pages of the organisation's own sites, which the frame of every page forbids.
        response.setHeader("Cross-Origin-Resource-Policy", "same-site");
        return ResponseEntity.ok().contentType(SVG).eTag("\"" + Sha256.of(svg).substring(0, 32) + "\"").cacheControl(CacheControl.maxAge(keepable(asked)).cachePrivate().mustRevalidate())
                .varyBy(HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE).body(svg);
    }

    private List<Verdict> asked(String slug, @Nullable String use) {
        if (current.id().isEmpty()) {
            return List.of();
        }
        try {
            return verdicts.ofUsesOf(Kind.MODEL, slug).stream().filter(verdict -> use == null || verdict.use().slug().equals(use)).toList();
        } catch (NoSuchRecord e) {
            return List.of(); // as if it were not assessed, so that nobody learns whether there is one
        }
    }

    private Badge notAssessed() {
        return new Badge(say("badge.label"), say("badge.not-assessed"), say("badge.label") + ": " + say("badge.not-assessed"), GREY);
    }

    /** One word where all uses have the same, else how many may be used. */
    private Badge of(List<Verdict> asked) {
        Verdict first = asked.getFirst();
        long allowed = asked.stream().filter(verdict -> verdict.word().allows()).count();
        boolean same = asked.stream().allMatch(verdict -> verdict.word() == first.word());
        String title = asked.stream().map(words::sentence).collect(Collectors.joining("\n"));
        return new Badge(say("badge.label"), same ? words.shortly(first) : say("badge.some", allowed, asked.size()), title, colour(same ? first.word().tone() : "wait"));
    }

    private static String colour(String tone) {
        return switch (tone) {
            case "go" -> "#22663f";
            case "stop" -> "#a1271d";
            default -> "#7a5600";
        };
    }

    /** Never beyond the end of an approval that it shows. */
    private Duration keepable(List<Verdict> asked) {
        return asked.stream().filter(verdict -> verdict.word().allows() && verdict.validUntil() != null).map(verdict -> dates.untilEndOf(verdict.validUntil()))
                .filter(left -> left.compareTo(LONGEST) < 0).min(Duration::compareTo).orElse(LONGEST);
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
