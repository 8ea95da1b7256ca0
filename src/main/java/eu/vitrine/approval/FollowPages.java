package eu.vitrine.approval;

import eu.vitrine.web.Notice;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Following a use, from its page and from home. */
@Controller
@RequestMapping("/uses/{slug}")
@PreAuthorize("isAuthenticated()")
class FollowPages {

    private final Follows follows;

    FollowPages(Follows follows) {
        this.follows = follows;
    }

    @PostMapping("/follow")
    String follow(@PathVariable String slug, RedirectAttributes redirect) {
        try {
            follows.note(slug);
            Notice.on(redirect, "follow.done");
        } catch (DuplicateKeyException e) {
            Notice.on(redirect, "follow.done"); // the same person followed it in another window in the same moment
        }
        return "redirect:/uses/" + slug;
    }

    @PostMapping("/noted")
    String noted(@PathVariable String slug) {
        follows.note(slug);
        return "redirect:/";
    }

    @PostMapping("/unfollow")
    String leave(@PathVariable String slug, RedirectAttributes redirect) {
        follows.leave(slug);
        Notice.on(redirect, "follow.left");
        return "redirect:/uses/" + slug;
    }
}
