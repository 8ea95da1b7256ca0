package eu.vitrine.web;

import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the next page says first: what has happened and what is next. It takes the focus and stays.
 *
 * @param messageKey message in the module's words
 * @param args values for the message
 */
public record Notice(String messageKey, List<Object> args) {

    /** Puts a notice on the page a redirect leads to. */
    public static void on(RedirectAttributes redirect, String messageKey, Object... args) {
        redirect.addFlashAttribute("notice", new Notice(messageKey, List.of(args)));
    }
}
