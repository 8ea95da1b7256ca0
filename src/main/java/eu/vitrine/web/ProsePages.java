package eu.vitrine.web;

import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Shows long text as it will look, while it is typed. */
@Controller
@PreAuthorize("isAuthenticated()")
class ProsePages {

    @PostMapping(path = "/prose", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    @ResponseBody
    String preview(@RequestParam(defaultValue = "") String text) {
        return Prose.html(text);
    }
}
